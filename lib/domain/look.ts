import type { SeenMethod } from './method'

/** A look at somebody's registrations, as far as it got. */
export type LookState = {
  askedAt: Date
  askedById: string | null
  startedAt: Date | null
  readAt: Date | null
  endedAt: Date | null
  failure: string | null
  retryAt: Date | null
}

/** How often the same person's looking at the same person is told in the log, at most. */
const TOLD_EVERY_MINUTES = 5

type Asking = { askedById: string | null; personId: string; now: Date }

/** Whether the log knows already that they look, or need not: one's own registrations, or a job. */
export function isTold(before: LookState | null, { askedById, personId, now }: Asking): boolean {
  if (askedById === null || askedById === personId) return true
  if (before?.askedById !== askedById) return false
  return now.getTime() - before.askedAt.getTime() < TOLD_EVERY_MINUTES * 60_000
}

/** Whether the last question is still to be answered, well or not. */
export function isUnderWay({ askedAt, endedAt }: Pick<LookState, 'askedAt' | 'endedAt'>): boolean {
  return endedAt === null || endedAt < askedAt
}

/** Whether somebody still waits for an answer that is newer than their question. */
export function isWaiting(look: LookState): boolean {
  const { askedAt, readAt, failure, retryAt } = look
  if (readAt && readAt >= askedAt) return false
  return isUnderWay(look) || failure === null || retryAt !== null
}

/** Mostly Microsoft answers within one second. */
const LATE_AFTER_SECONDS = 5

/** Longer than a read at Microsoft is waited for: whoever looked has died. */
const LOOK_SECONDS_MAX = 30

type Begun = Pick<LookState, 'startedAt' | 'endedAt'>

/** Whether a look has begun and not ended: another one beside it would only wait for the same answer. */
export function isRunning(look: Begun, now: Date): boolean {
  const since = openSince(look)
  return since !== null && now.getTime() - since.getTime() < LOOK_SECONDS_MAX * 1000
}

function openSince({ startedAt, endedAt }: Begun): Date | null {
  return startedAt && (!endedAt || endedAt < startedAt) ? startedAt : null
}

/** Since when Microsoft has owed an answer, once that is longer than usual; else null. */
export function lateSince(look: Begun, now: Date): Date | null {
  const since = openSince(look)
  return since && now.getTime() - since.getTime() >= LATE_AFTER_SECONDS * 1000 ? since : null
}

/** Seconds until a failed look is tried again, by how many failed in a row; then no more by itself. */
const retrySeconds = [2, 10, 30, 60] as const

/** When to look again after a failure; null: not before somebody asks. */
export function retryLookAt(
  { isRefusal, retryAt, failureCount }: { isRefusal: boolean; retryAt: Date | null; failureCount: number },
  now: Date,
): Date | null {
  const seconds = retrySeconds[failureCount]
  if (isRefusal || seconds === undefined) return null
  const ours = new Date(now.getTime() + seconds * 1000)
  return retryAt && retryAt > ours ? retryAt : ours
}

export type ReadingPlan = {
  /** What the reading shows, completed by what beta did not tell this time. */
  methods: SeenMethod[]
  /** Ids that were not live before. */
  appearedIds: string[]
  /** Ids that were live and no longer are. */
  goneIds: string[]
  /** Whether anything is other than it was, beyond the time of the look. */
  isNews: boolean
}

type Shown = { methods: readonly SeenMethod[]; isDefaultKnown: boolean }

/**
 * What a look changes in what we know of a person's registrations. Use and preference come from an
 * interface that does not always answer: what it does not say stays as it was.
 */
export function planReading(
  live: readonly SeenMethod[],
  { methods: shown, isDefaultKnown }: Shown,
): ReadingPlan {
  const before = new Map(live.map((method) => [method.id, method]))
  const methods = shown.map((method) => {
    const old = before.get(method.id)
    if (!old) return method
    return {
      ...method,
      isDefault: isDefaultKnown ? method.isDefault : old.isDefault,
      lastUsedAt: later(method.lastUsedAt, old.lastUsedAt),
    }
  })
  const shownIds = new Set(methods.map(({ id }) => id))
  const appearedIds = methods.filter(({ id }) => !before.has(id)).map(({ id }) => id)
  const goneIds = live.filter(({ id }) => !shownIds.has(id)).map(({ id }) => id)
  const isChanged = methods.some((method) => {
    const old = before.get(method.id)
    return old !== undefined && !isSame(old, method)
  })
  return { methods, appearedIds, goneIds, isNews: isChanged || appearedIds.length + goneIds.length > 0 }
}

function later(one: string | null, other: string | null): string | null {
  if (!one || !other) return one ?? other
  return Date.parse(one) >= Date.parse(other) ? one : other
}

const compared = ['kind', 'displayName', 'deviceTag', 'appVersion', 'aaguid', 'isDefault'] as const

function isSame(old: SeenMethod, now: SeenMethod): boolean {
  return (
    compared.every((name) => old[name] === now[name]) &&
    isSameInstant(old.createdAt, now.createdAt) &&
    isSameInstant(old.lastUsedAt, now.lastUsedAt)
  )
}

/** Microsoft writes an instant with more digits than we keep. */
function isSameInstant(one: string | null, other: string | null): boolean {
  return one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other))
}
