import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { Actor } from '@/lib/domain/actor'
import { type CallOut, callOutOf, type MembershipRefusal, membershipRefusal } from '@/lib/domain/membership'
import { type PeopleFilter, type PeopleFlag, secondWays } from '@/lib/domain/people-filter'
import { isBreakGlass, type Settings } from '@/lib/domain/settings'
import { decodeCursor, encodeCursor } from './cursor'
import { requirePlanReader } from './plan-room'
import { readSettings } from './settings'

/** One person of the list. */
export type PersonRow = {
  id: string
  displayName: string
  userPrincipalName: string
  department: string | null
  site: string | null
  isGuest: boolean
  isEnabled: boolean
  hasLeft: boolean
  /** As Microsoft's report has it; null while it has not named them. */
  isMfaRegistered: boolean | null
  methodsRegistered: string[] | null
  swap: { id: string; state: string; waveId: string; waveName: string } | null
  /** Why they cannot come into a wave now; null when they can. */
  refusal: MembershipRefusal | 'person_break_glass' | null
  callOut: CallOut | null
}

export type PeoplePage = {
  people: PersonRow[]
  /** How many pass the filter, counted up to 10,000. */
  count: { shown: number; isMore: boolean }
  next: string | null
  previous: string | null
}

const pageSize = 50
const countMax = 10_000

type Place = {
  /** Cursors from the URL: after or before which row. */
  after?: string | null | undefined
  before?: string | null | undefined
  /** The wave that refusals are about. */
  waveId?: string
}

/**
 * People that pass the filter, by name, 50 to a page. Who has left the directory is shown only when asked for.
 *
 * @throws {AppError} not_found — for everybody but planners, site coordinators and technicians
 */
export async function listPeople(actor: Actor, filter: PeopleFilter, place: Place = {}): Promise<PeoplePage> {
  requirePlanReader(actor)
  const passes = conditionsOf(filter)
  const before = decodeCursor(place.before, 2)
  const after = before ? null : decodeCursor(place.after, 2)
  const rows = await selectPeople(passes, { after, before })
  const isMore = rows.length > pageSize
  const shown = before ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize)
  const settings = await readSettings()
  const [first, last] = [shown[0], shown.at(-1)]

  return {
    people: shown.map((row) => viewOf(row, settings, place.waveId ?? '')),
    count: await countPeople(passes),
    next: last && (before || isMore) ? cursorOf(last) : null,
    previous: first && (after || (before && isMore)) ? cursorOf(first) : null,
  }
}

function conditionsOf({ q, site, department, flags }: PeopleFilter): SQL[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return [
    flags.includes('left') ? isNotNull(people.leftAt) : isNull(people.leftAt),
    ...words.map((word) => sql`${people.searched} like ${`%${escapeLike(word)}%`}`),
    ...(site ? [eq(people.site, site)] : []),
    ...(department ? [eq(people.department, department)] : []),
    ...flags.flatMap((flag) => flagConditions[flag] ?? []),
  ]
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, '\\$&')
}

const openSwap = sql`(select 1 from ${swaps} where ${swaps.personId} = ${people.id} and ${swaps.closedAt} is null)`

const flagConditions: Record<PeopleFlag, SQL | null> = {
  no_second_method: sql`${people.isMfaRegistered} and not ${people.methodsRegistered} && ${sql.param([...secondWays])}::text[]`,
  not_registered: sql`not ${people.isMfaRegistered}`,
  in_wave: sql`exists ${openSwap}`,
  not_in_wave: sql`not exists ${openSwap}`,
  guest: eq(people.userType, 'guest'),
  disabled: sql`not ${people.isEnabled}`,
  left: null,
}

/** One more than a page, from the cursor on; backwards when it is a `before`. */
function selectPeople(passes: SQL[], { after, before }: { after: string[] | null; before: string[] | null }) {
  const key = sql`(${people.displayName}, ${people.id})`
  const edge = after
    ? sql`${key} > (${after[0]}, ${uuidOf(after[1])})`
    : before && sql`${key} < (${before[0]}, ${uuidOf(before[1])})`
  return db
    .select({ person: people, swap: swaps, waveName: waves.name })
    .from(people)
    .leftJoin(swaps, and(eq(swaps.personId, people.id), isNull(swaps.closedAt)))
    .leftJoin(waves, eq(waves.id, swaps.waveId))
    .where(and(...passes, edge ?? undefined))
    .orderBy(
      before ? sql`${people.displayName} desc` : people.displayName,
      before ? sql`${people.id} desc` : people.id,
    )
    .limit(pageSize + 1)
}

/** A cursor somebody made up must not become an error of the database. */
function uuidOf(text: string | undefined): SQL {
  const isUuid = /^[0-9a-f-]{36}$/i.test(text ?? '')
  return sql`${isUuid ? text : '00000000-0000-0000-0000-000000000000'}::uuid`
}

type Row = Awaited<ReturnType<typeof selectPeople>>[number]

function cursorOf({ person }: Row): string {
  return encodeCursor([person.displayName, person.id])
}

function viewOf({ person, swap, waveName }: Row, settings: Settings, waveId: string): PersonRow {
  const isEmergency = isBreakGlass(settings, person)
  const candidate = { ...person, openWaveId: swap?.waveId ?? null }
  return {
    id: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    department: person.department,
    site: person.site,
    isGuest: person.userType === 'guest',
    isEnabled: person.isEnabled,
    hasLeft: person.leftAt !== null,
    isMfaRegistered: person.isMfaRegistered,
    methodsRegistered: person.methodsRegistered,
    swap: swap && { id: swap.id, state: swap.state, waveId: swap.waveId, waveName: waveName ?? '' },
    refusal: isEmergency ? 'person_break_glass' : membershipRefusal(candidate, waveId),
    callOut: callOutOf({ isAdmin: person.isAdmin, isBreakGlass: isEmergency }),
  }
}

async function countPeople(passes: SQL[]): Promise<PeoplePage['count']> {
  const some = db
    .select({ one: sql`1` })
    .from(people)
    .where(and(...passes))
    .limit(countMax + 1)
    .as('some')
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(some)
  const count = row?.count ?? 0
  return { shown: Math.min(count, countMax), isMore: count > countMax }
}
