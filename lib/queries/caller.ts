import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { cases, verifications } from '@/db/schema/desk'
import { methods, readings } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { resets } from '@/db/schema/resets'
import { swapEntries, swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { flagsOf, type RedFlag } from '@/lib/domain/case-flags'
import type { Owner } from '@/lib/domain/evidence'
import { judge } from '@/lib/domain/permissions'
import type { SwapState } from '@/lib/domain/swap'
import { swapStates } from '@/lib/domain/swap'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { type CaseRow, listCasesOf } from './cases'
import { requireDeskStaff } from './desk-staff'
import { type DeviceView, readDevices } from './devices'
import { getLook, type LookView } from './look'

/** A registration as Microsoft last showed it. */
export type CallerMethod = {
  id: string
  kind: string
  name: string | null
  appVersion: string | null
  isDefault: boolean
  firstSeenAt: string
  lastSeenAt: string
  lastUsedAt: string | null
  /** Whose it is, as the person said in their move. */
  owner: Owner | null
}

/** Everything an agent sees before asking anything. */
export type CallerView = {
  id: string
  entraId: string
  name: string
  userPrincipalName: string
  mail: string | null
  department: string | null
  site: string | null
  jobTitle: string | null
  language: string | null
  isEnabled: boolean
  leftAt: string | null
  manager: { id: string; name: string } | null
  /** When the directory last showed this person. */
  directoryAt: string
  swap: { state: SwapState; wave: string; startsAt: string | null; timeZone: string | null } | null
  flags: RedFlag[]
  methods: CallerMethod[]
  /** As the person said. */
  devices: DeviceView[]
  look: LookView
  /** Microsoft's request id of the last reading that brought something new. */
  graphRequestId: string | null
  /** What the report shows, up to 36 h old; for who has never been read. */
  reported: { kinds: string[]; at: string | null } | null
  cases: CaseRow[]
  openCase: CaseRow | null
  /** Why the actor cannot open a case for them, or have Microsoft read; null when they can. */
  openRefusal: MessageCode | null
  lookRefusal: MessageCode | null
}

const managers = alias(people, 'managers')
type Person = typeof people.$inferSelect

/** @throws {AppError} not_found — absent, or not for this actor */
export async function getCaller(actor: PersonActor, personId: string): Promise<CallerView> {
  requireDeskStaff(actor)
  const [row] = await db
    .select({ person: people, manager: { id: managers.id, name: managers.displayName } })
    .from(people)
    .leftJoin(managers, eq(managers.id, people.managerId))
    .where(eq(people.id, parseId(personId)))
  if (!row) throw new AppError('not_found', 'not_found')
  const { person, manager } = row
  const [swap, look, seen, ownCases, { devices }] = await Promise.all([
    findSwap(personId),
    getLook(actor, personId),
    listMethodRows(personId),
    listCasesOf(actor, personId),
    readDevices(personId, readClock()),
  ])

  return {
    id: person.id,
    entraId: person.entraId,
    name: person.displayName,
    userPrincipalName: person.userPrincipalName,
    mail: person.mail,
    department: person.department,
    site: person.site,
    jobTitle: person.jobTitle,
    language: person.language ?? person.preferredLanguage,
    isEnabled: person.isEnabled,
    leftAt: person.leftAt?.toISOString() ?? null,
    manager,
    directoryAt: person.seenAt.toISOString(),
    swap: swap && swapView(swap),
    flags: await readFlags(person, seen),
    methods: seen.filter(isShown).map((method) => methodView(method, swap?.owners)),
    devices,
    look,
    graphRequestId: await findRequestId(personId),
    reported: person.methodsRegistered && {
      kinds: person.methodsRegistered,
      at: person.reportAt?.toISOString() ?? null,
    },
    cases: ownCases,
    openCase: ownCases.find(({ closedAt }) => closedAt === null) ?? null,
    ...readRefusals(actor, person),
  }
}

/** A password is always there and says nothing. */
function isShown({ kind, goneAt }: MethodRow): boolean {
  return goneAt === null && kind !== 'password'
}

async function findSwap(personId: string) {
  const [row] = await db
    .select({ swap: swaps, wave: waves.name, startsAt: windows.startsAt, timeZone: windows.timeZone })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
  if (!row) return null
  const entries = await db.select().from(swapEntries).where(eq(swapEntries.swapId, row.swap.id))
  return { ...row, owners: new Map(entries.map(({ entraMethodId, owner }) => [entraMethodId, owner])) }
}

function swapView({ swap, wave, startsAt, timeZone }: NonNullable<Awaited<ReturnType<typeof findSwap>>>) {
  const state = swapStates.find((known) => known === swap.state) ?? 'not_invited'
  return { state, wave, startsAt: startsAt?.toISOString() ?? null, timeZone }
}

/** Microsoft's request id of the last reading, to find it in their log. */
async function findRequestId(personId: string): Promise<string | null> {
  const [reading] = await db
    .select({ graphRequestId: readings.graphRequestId })
    .from(readings)
    .where(eq(readings.personId, personId))
    .orderBy(desc(readings.at))
    .limit(1)
  return reading?.graphRequestId ?? null
}

async function listMethodRows(personId: string) {
  return db
    .select()
    .from(methods)
    .where(eq(methods.personId, personId))
    .orderBy(asc(methods.firstSeenAt), asc(methods.id))
}

type MethodRow = Awaited<ReturnType<typeof listMethodRows>>[number]

function methodView(row: MethodRow, owners: ReadonlyMap<string, string> | undefined): CallerMethod {
  const owner = owners?.get(row.entraMethodId)
  return {
    id: row.entraMethodId,
    kind: row.kind,
    name: row.displayName,
    appVersion: row.appVersion,
    isDefault: row.isDefault,
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    owner: ownersKnown.find((known) => known === owner) ?? null,
  }
}

const ownersKnown = ['old_phone', 'kept_device', 'new_phone', 'unknown'] as const satisfies readonly Owner[]

function readRefusals(actor: PersonActor, { id }: Person): Pick<CallerView, 'openRefusal' | 'lookRefusal'> {
  const now = readClock()
  const mayOpen = judge(actor, now, 'case.open', { id }) === 'allowed'
  const mayLook = judge(actor, now, 'methods.look', { id }) === 'allowed'
  return {
    openRefusal: mayOpen ? null : id === actor.personId ? 'target_self' : 'forbidden',
    lookRefusal: mayLook ? null : 'forbidden',
  }
}

async function readFlags(person: Person, seen: readonly MethodRow[]): Promise<RedFlag[]> {
  const [reset] = await db
    .select({ at: resets.requestedAt })
    .from(resets)
    .innerJoin(cases, eq(cases.id, resets.caseId))
    // What the agent is doing in the open case is no surprise to them.
    .where(and(eq(resets.personId, person.id), isNotNull(cases.closedAt)))
    .orderBy(desc(resets.requestedAt))
    .limit(1)
  const [failed] = await db
    .select({ at: verifications.endedAt })
    .from(verifications)
    .where(and(eq(verifications.personId, person.id), inArray(verifications.endedWhy, ['failed', 'refused'])))
    .orderBy(desc(verifications.startedAt))
    .limit(1)
  const first = Math.min(...seen.map(({ firstSeenAt }) => firstSeenAt.getTime()))
  return flagsOf({
    person,
    lastResetAt: reset?.at ?? null,
    lastFailedAt: failed?.at ?? null,
    added: seen.filter(({ firstSeenAt }) => firstSeenAt.getTime() > first),
    now: readClock(),
  })
}

/** Differs when something about the caller that changes while one looks has changed. */
export function versionOfCaller({ look, methods, openCase, flags }: CallerView): string {
  const { readAt, isWaiting, failure } = look
  return [
    isWaiting ? 'waiting' : (readAt ?? 'never'),
    failure,
    methods.map(({ id, isDefault }) => `${id}${isDefault}`).join(),
    openCase?.id,
    flags.join(),
  ].join('|')
}
