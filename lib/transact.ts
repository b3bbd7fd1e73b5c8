import { db, type Tx } from '@/db/client'
import { appendAudit, type NewEvent } from '@/lib/audit/append'
import { readClock } from '@/lib/clock'
import type { Actor, PersonActor } from '@/lib/domain/actor'
import type { AuditExtra, AuditTarget } from '@/lib/domain/audit-event'
import type { AuditType } from '@/lib/domain/audit-types'
import { judge, type Permission, type Targets } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { type EnqueueOptions, enqueue, enqueueMany, type JobName, type Jobs } from '@/lib/queue'

/** A command's transaction, its one instant and its four powers. */
export type Work = {
  tx: Tx
  now: Date
  actor: Actor
  /** Asks the table. @throws {AppError} forbidden */
  permit<P extends Permission>(permission: P, ...target: Targets[P]): void
  /** The visitor turned out to be this person: what is recorded from now on, they did. */
  identify(person: PersonActor): void
  /** Says in the log what was done. */
  record(type: AuditType, target: AuditTarget, extra?: AuditExtra): void
  /** Says that there was nothing to do. */
  unchanged(): void
  /** Asks for later work, which exists if and only if this change does. */
  enqueue<Name extends JobName>(name: Name, payload: Jobs[Name], options?: EnqueueOptions): Promise<void>
  /** The same for many at once. */
  enqueueMany<Name extends JobName>(
    name: Name,
    jobs: readonly ({ payload: Jobs[Name] } & EnqueueOptions)[],
  ): Promise<void>
}

/**
 * The one way to change anything: permission, writes, audit and jobs commit together or not at all.
 * A denied permission is rolled back too, and then recorded on its own.
 *
 * @throws {AppError} forbidden — `permit` said no, or a fresh sign-in is needed first
 * @throws {Error} a bug: the command ended without `permit`, or with neither `record` nor `unchanged`
 */
export async function transact<Result>(
  actor: Actor,
  command: (work: Work) => Promise<Result>,
): Promise<Result> {
  const now = readClock()
  try {
    return await db.transaction(async (tx) => {
      const { work, events, assertAccounted } = makeWork(tx, actor, now)
      const result = await command(work)
      assertAccounted()
      if (events.length > 0) await appendAudit(tx, events)
      return result
    })
  } catch (error) {
    if (error instanceof Denied) await recordDenied(actor, now, error)
    throw error
  }
}

function makeWork(tx: Tx, actor: Actor, now: Date) {
  let doer = actor
  const events: NewEvent[] = []
  let permitted = false
  let accounted = false

  const work: Work = {
    tx,
    now,
    actor,
    permit(permission, ...target) {
      const verdict = judge(actor, now, permission, ...target)
      if (verdict === 'step_up_needed')
        throw new AppError('forbidden', 'step_up_needed', { detail: { permission } })
      if (verdict === 'denied') throw new Denied(permission, targetId(target))
      permitted = true
    },
    identify(person) {
      doer = person
    },
    record(type, target, extra = {}) {
      events.push({ ...extra, at: now, type, actor: doer, target })
      accounted = true
    },
    unchanged() {
      accounted = true
    },
    enqueue: (name, payload, options) => enqueue(tx, name, payload, options),
    enqueueMany: (name, jobs) => enqueueMany(tx, name, jobs),
  }

  function assertAccounted() {
    if (!permitted) throw new Error('a command must ask for its permission')
    if (!accounted) throw new Error('a command must record what it did, or say that nothing changed')
  }
  return { work, events, assertAccounted }
}

class Denied extends AppError {
  readonly permission: Permission
  readonly targetId: string | null

  constructor(permission: Permission, targetId: string | null) {
    super('forbidden', 'denied', { detail: { permission } })
    this.permission = permission
    this.targetId = targetId
  }
}

/** The thing's own id, where it has one. */
function targetId([thing]: readonly unknown[]): string | null {
  if (typeof thing !== 'object' || thing === null || !('id' in thing)) return null
  return typeof thing.id === 'string' ? thing.id : null
}

async function recordDenied(actor: Actor, at: Date, { permission, targetId }: Denied): Promise<void> {
  const target = { kind: 'permission', id: permission, oid: null }
  const detail = targetId ? { thing: targetId } : {}
  await db.transaction((tx) =>
    appendAudit(tx, [{ at, type: 'denied', actor, target, detail, outcome: 'refused' }]),
  )
}
