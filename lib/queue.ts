import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import { db, type Tx } from '@/db/client'
import { queueSchema, type queues } from '@/db/queues'
import { readEnv } from '@/lib/env'

/** Every job there is, with what it needs to know: ids only, never a secret, never a copy of a row. */
export type Jobs = {
  /** Reads one person's registrations live. */
  'methods.look': { personId: string }
  /** Brings one pipeline of the directory up to date. */
  'directory.sync': { pipeline: 'people' | 'report' }
  /** Looks at what in the tenant helps or hinders moves. */
  'tenant.examine': Record<string, never>
  /** Asks Microsoft whether an account may be touched now. */
  'reset.clear': { clearanceId: string }
  /** Finds out what became of a step whose time ran out. */
  'reset.read_back': { stepId: string }
  /** Sends one mail. */
  'message.send': { messageId: string }
  /** Puts back into the queue what a row waits for and no job will do. */
  'queue.sweep': Record<string, never>
}

export type JobName = keyof Jobs & keyof typeof queues

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

/** Puts many jobs of one kind into the queue at once; otherwise as `enqueue`. */
export async function enqueueMany<Name extends JobName>(
  tx: Tx,
  name: Name,
  jobs: readonly ({ payload: Jobs[Name] } & EnqueueOptions)[],
): Promise<void> {
  if (jobs.length === 0) return
  kept.passaggioSender ??= makeSender()
  await kept.passaggioSender.insert(
    name,
    jobs.map(({ payload, key, startAfter, priority }) => ({
      data: payload,
      ...(key ? { singletonKey: key } : {}),
      ...(startAfter ? { startAfter } : {}),
      ...(priority ? { priority } : {}),
    })),
    { db: fromDrizzle(tx, sql), returnId: false },
  )
}

/** A pg-boss that is never started: it only writes, into the caller's transaction. */
function makeSender(): PgBoss {
  return new PgBoss({ db: fromDrizzle(db, sql), schema: queueSchema, ...quiet })
}

/** A pg-boss that fetches and runs jobs; for the worker. The caller starts and stops it. */
export function makeReceiver(): PgBoss {
  return new PgBoss({
    connectionString: readEnv('DATABASE_URL'),
    schema: queueSchema,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    max: 4,
  })
}

const quiet = { migrate: false, createSchema: false, supervise: false, schedule: false } as const
