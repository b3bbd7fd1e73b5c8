import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Tx } from '@/db/client'
import { readEnv } from '@/lib/env'

/** Every job there is, with what it needs to know: ids only, never a secret, never a copy of a row. */
export type Jobs = {
  /** Reads one person's registrations live. */
  'methods.look': { personId: string }
  /** Brings one pipeline of the directory up to date. */
  'directory.sync': { pipeline: 'people' | 'report' }
  /** Asks Microsoft whether an account may be touched now. */
  'reset.clear': { clearanceId: string }
  /** Finds out what became of a step whose time ran out. */
  'reset.read_back': { stepId: string }
  /** Puts back into the queue what a row waits for and no job will do. */
  'queue.sweep': Record<string, never>
}

export type JobName = keyof Jobs

type QueueOptions = { retryLimit: number; retryDelay: number; expireInSeconds: number }

/** The queues, as `npm run migrate` makes them. */
export const queues: { readonly [Name in JobName]: QueueOptions } = {
  'methods.look': { retryLimit: 0, retryDelay: 1, expireInSeconds: 120 },
  'directory.sync': { retryLimit: 0, retryDelay: 5, expireInSeconds: 3600 },
  'reset.clear': { retryLimit: 2, retryDelay: 1, expireInSeconds: 60 },
  'reset.read_back': { retryLimit: 5, retryDelay: 5, expireInSeconds: 120 },
  'queue.sweep': { retryLimit: 0, retryDelay: 1, expireInSeconds: 60 },
}

/** Which queue it is, is nobody else's business. */
export const queueSchema = 'pgboss'

const kept = globalThis as typeof globalThis & { passaggioSender?: PgBoss }

export type EnqueueOptions = {
  /** At most one job with this key waits or runs. */
  key?: string
  startAfter?: Date
  /** Higher goes first; people's clicks are 10, jobs 0. */
  priority?: number
}

/** Puts a job into the queue in the caller's transaction: it exists if and only if the change does. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { key, startAfter, priority }: EnqueueOptions = {},
): Promise<void> {
  kept.passaggioSender ??= makeSender()
  await kept.passaggioSender.send(name, payload, {
    db: fromDrizzle(tx, sql),
    ...(key ? { singletonKey: key } : {}),
    ...(startAfter ? { startAfter } : {}),
    ...(priority ? { priority } : {}),
  })
}

/** A pg-boss that is never started: it only writes into the caller's transaction. */
function makeSender(): PgBoss {
  return new PgBoss({ connectionString: readEnv('DATABASE_URL'), schema: queueSchema, ...quiet, max: 1 })
}

/** A pg-boss that fetches and runs jobs; for the worker. The caller starts and stops it. */
export function makeReceiver(): PgBoss {
  return new PgBoss({
    connectionString: readEnv('DATABASE_URL'),
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    max: 4,
  })
}

const quiet = { migrate: false, createSchema: false, supervise: false, schedule: false } as const
