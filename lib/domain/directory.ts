import { AppError } from '@/lib/errors'

/** What the directory says about somebody. */
export type PersonFields = {
  userPrincipalName: string
  displayName: string
  givenName: string | null
  surname: string | null
  mail: string | null
  department: string | null
  site: string | null
  jobTitle: string | null
  usageLocation: string | null
  preferredLanguage: string | null
  /** `member` or `guest`. */
  userType: string
  isEnabled: boolean
  /** Microsoft's id of the manager. */
  entraManagerId: string | null
}

/** Somebody on a page of the directory. What is absent has not changed, or was never set. */
export type SeenPerson = { entraId: string; displayName?: string | null } & Partial<
  Omit<PersonFields, 'displayName'>
>

/** Somebody we have a row of. */
export type KnownPerson = { entraId: string; leftAt: Date | null } & PersonFields

/** What a page changes. Each person is in exactly one list. */
export type PagePlan = {
  joined: ({ entraId: string } & PersonFields)[]
  changed: ({ entraId: string } & PersonFields)[]
  /** Microsoft's ids of those who are as we knew them. */
  same: string[]
}

/**
 * What a page of the directory changes in what we know. A page read twice changes nothing the second time;
 * somebody who is on it twice counts as the later entry adds to the earlier.
 */
export function planSync(known: readonly KnownPerson[], seen: readonly SeenPerson[]): PagePlan {
  const before = new Map(known.map((person) => [person.entraId, person]))
  const merged = new Map<string, SeenPerson>()
  for (const person of seen) merged.set(person.entraId, { ...merged.get(person.entraId), ...person })

  const plan: PagePlan = { joined: [], changed: [], same: [] }
  for (const person of merged.values()) {
    const old = before.get(person.entraId)
    const now = withDefaults(person, old)
    if (!old) plan.joined.push(now)
    else if (old.leftAt || differs(old, now)) plan.changed.push(now)
    else plan.same.push(person.entraId)
  }
  return plan
}

const fieldNames = [
  'userPrincipalName',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'department',
  'site',
  'jobTitle',
  'usageLocation',
  'preferredLanguage',
  'userType',
  'isEnabled',
  'entraManagerId',
] as const satisfies (keyof PersonFields)[]

const unset: PersonFields = {
  userPrincipalName: '',
  displayName: '',
  givenName: null,
  surname: null,
  mail: null,
  department: null,
  site: null,
  jobTitle: null,
  usageLocation: null,
  preferredLanguage: null,
  userType: 'member',
  isEnabled: true,
  entraManagerId: null,
}

function withDefaults(
  { entraId, displayName, ...seen }: SeenPerson,
  old: PersonFields = unset,
): { entraId: string } & PersonFields {
  const { userPrincipalName = old.userPrincipalName } = seen
  return {
    ...pick(old),
    ...seen,
    entraId,
    userPrincipalName: userPrincipalName || entraId,
    // An account may have no name to show; its sign-in name is what people know it by.
    displayName: (displayName === undefined ? old.displayName : displayName) || userPrincipalName || entraId,
  }
}

function pick(person: PersonFields): PersonFields {
  return Object.fromEntries(fieldNames.map((name) => [name, person[name]])) as PersonFields // every name is in the list
}

function differs(old: PersonFields, now: PersonFields): boolean {
  return fieldNames.some((name) => old[name] !== now[name])
}

/** An account in Microsoft's registration report. */
export type SeenRegistration = {
  entraId: string
  isMfaRegistered: boolean | null
  isAdmin: boolean | null
  methodsRegistered: string[] | null
  /** When Microsoft refreshed the report, ISO. */
  reportAt: string | null
}

/** The part of everybody that may leave in one run without a person being asked. */
const LEAVERS_MAX = 0.1

/**
 * Whether a run may mark the missing as gone by itself. More than a tenth at once is more often a fault, or
 * a licence that ended, than people who left.
 */
export function mayLetGo({
  leaverCount,
  presentCount,
}: {
  leaverCount: number
  presentCount: number
}): boolean {
  return leaverCount <= presentCount * LEAVERS_MAX
}

export const pipelines = ['people', 'report'] as const
export type Pipeline = (typeof pipelines)[number]

/** Minutes from the start of one run to the next. The report changes about once a day. */
const everyMinutes: Record<Pipeline, number> = { people: 15, report: 60 }

/** A run says that it lives several times a minute; one silent for longer has died. */
export const LEASE_MINUTES = 1

type LastRun = { state: string; startedAt: Date; retryAt: Date | null; leaseUntil: Date | null }

/** Whether a pipeline should run now: never yet, due, interrupted, or to be tried again. Held waits for a person. */
export function isSyncDue(pipeline: Pipeline, last: LastRun | null, now: Date): boolean {
  if (!last) return true
  if (last.state === 'held') return false
  if (last.state === 'running') return !last.leaseUntil || last.leaseUntil <= now
  if (last.state === 'failed') return last.retryAt !== null && last.retryAt <= now
  return now.getTime() - last.startedAt.getTime() >= everyMinutes[pipeline] * 60_000
}

/** Why nobody can ask for a run now, or null when they can. */
export function askSyncRefusal(last: LastRun | null, now: Date) {
  if (last?.state === 'held') return 'sync_held'
  if (last?.state === 'running' && !isSyncDue('people', last, now)) return 'sync_running'
  return null
}

/** Why there is nothing to decide about a run's leavers, or null when there is. Only the newest run can be held. */
export function decideRefusal(newest: { id: string; state: string } | null, runId: string) {
  return newest?.id === runId && newest.state === 'held' ? null : 'sync_not_held'
}

/** The run, if its leavers wait for a decision. @throws {AppError} refused `sync_not_held` */
export function decidable<Run extends { id: string; state: string }>(newest: Run | null, runId: string): Run {
  const refusal = decideRefusal(newest, runId)
  if (refusal || !newest) throw new AppError('refused', 'sync_not_held', { detail: { runId } })
  return newest
}

/** Minutes until a failed run is tried again, by how many failed in a row. */
const retryMinutes = [1, 2, 5, 10, 15] as const

type Failure = {
  /** What kind of failure: a refusal does not get better within minutes. */
  kind: string
  /** When Microsoft allows another try, where it said. */
  retryAt: Date | null
  /** Failed runs before this one, without a good one between. */
  failedBefore: number
}

/** When to try again: the first time as soon as Microsoft allows, where it said; never sooner than that. */
export function retrySyncAt({ kind, retryAt, failedBefore }: Failure, now: Date): Date {
  const minutes = kind === 'unavailable' ? (retryMinutes[failedBefore] ?? 15) : 60
  const ours = new Date(now.getTime() + minutes * 60_000)
  if (kind !== 'unavailable' || !retryAt || retryAt <= now) return ours
  return failedBefore === 0 || retryAt > ours ? retryAt : ours
}
