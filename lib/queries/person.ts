import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { methods } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { Actor } from '@/lib/domain/actor'
import { type CallOut, callOutOf, type MembershipRefusal, membershipRefusal } from '@/lib/domain/membership'
import { isBreakGlass } from '@/lib/domain/settings'
import { AppError } from '@/lib/errors'
import { parseId } from '@/lib/parse'
import { type DeviceView, readDevices } from './devices'
import { requirePlanReader } from './plan-room'
import { readSettings } from './settings'

/** Everything a planner may know of somebody. Instants are ISO strings. */
export type PersonView = {
  id: string
  entraId: string
  displayName: string
  userPrincipalName: string
  mail: string | null
  department: string | null
  site: string | null
  jobTitle: string | null
  preferredLanguage: string | null
  manager: { id: string; displayName: string } | null
  isGuest: boolean
  isEnabled: boolean
  leftAt: string | null
  seenAt: string
  report: { isMfaRegistered: boolean | null; methodsRegistered: string[]; at: string } | null
  callOut: CallOut | null
  /** Why they cannot come into another wave now. */
  refusal: MembershipRefusal | 'person_break_glass' | null
  swaps: PersonSwap[]
  /** As the last look at them showed; empty before the first one. */
  methods: PersonMethod[]
  /** As the person said. */
  devices: DeviceView[]
}

export type PersonSwap = {
  id: string
  waveId: string
  waveName: string
  state: string
  stateSince: string
  closedWhy: string | null
  note: string | null
}

export type PersonMethod = {
  id: string
  kind: string
  name: string | null
  detail: string | null
  isDefault: boolean
  firstSeenAt: string
  lastSeenAt: string
}

/** One person. @throws {AppError} not_found — absent, or not for this role */
export async function getPerson(actor: Actor, personId: string): Promise<PersonView> {
  requirePlanReader(actor)
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.id, parseId(personId)))
  if (!person) throw new AppError('not_found', 'not_found')
  const [settings, manager, moves, registrations, { devices }] = await Promise.all([
    readSettings(),
    findManager(person.managerId),
    listSwaps(person.id),
    listMethods(person.id),
    readDevices(person.id, readClock()),
  ])
  const isEmergency = isBreakGlass(settings, person)
  const open = moves.find(({ closedAt }) => closedAt === null)

  return {
    id: person.id,
    entraId: person.entraId,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    mail: person.mail,
    department: person.department,
    site: person.site,
    jobTitle: person.jobTitle,
    preferredLanguage: person.preferredLanguage,
    manager,
    isGuest: person.userType === 'guest',
    isEnabled: person.isEnabled,
    leftAt: person.leftAt?.toISOString() ?? null,
    seenAt: person.seenAt.toISOString(),
    report: person.reportAt && {
      isMfaRegistered: person.isMfaRegistered,
      methodsRegistered: person.methodsRegistered ?? [],
      at: person.reportAt.toISOString(),
    },
    callOut: callOutOf({ isAdmin: person.isAdmin, isBreakGlass: isEmergency }),
    refusal: isEmergency
      ? 'person_break_glass'
      : membershipRefusal({ ...person, openWaveId: open?.waveId ?? null }, ''),
    swaps: moves.map(({ closedAt: _, stateSince, ...move }) => ({
      ...move,
      stateSince: stateSince.toISOString(),
    })),
    methods: registrations,
    devices,
  }
}

async function findManager(managerId: string | null): Promise<PersonView['manager']> {
  if (!managerId) return null
  const [row] = await db
    .select({ id: people.id, displayName: people.displayName })
    .from(people)
    .where(eq(people.id, managerId))
  return row ?? null
}

/** Every move of a person, the newest first. */
async function listSwaps(personId: string) {
  return db
    .select({
      id: swaps.id,
      waveId: swaps.waveId,
      waveName: waves.name,
      state: swaps.state,
      stateSince: swaps.stateSince,
      closedAt: swaps.closedAt,
      closedWhy: swaps.closedWhy,
      note: swaps.note,
    })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .where(eq(swaps.personId, personId))
    .orderBy(desc(swaps.createdAt))
}

/** Live registrations as last seen, oldest first. The password is left out: everybody has one. */
async function listMethods(personId: string): Promise<PersonMethod[]> {
  const rows = await db
    .select()
    .from(methods)
    .where(and(eq(methods.personId, personId), isNull(methods.goneAt)))
    .orderBy(asc(methods.firstSeenAt), asc(methods.id))
  return rows
    .filter(({ kind }) => kind !== 'password')
    .map((row) => ({
      id: row.entraMethodId,
      kind: row.kind,
      name: row.displayName,
      detail: row.kind === 'microsoftAuthenticator' ? row.appVersion : null,
      isDefault: row.isDefault,
      firstSeenAt: row.firstSeenAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }))
}
