import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { messages } from '@/db/schema/messages'
import { looks } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { Actor } from '@/lib/domain/actor'
import { caseName } from '@/lib/domain/case'
import { isUnderWay } from '@/lib/domain/look'
import { invitationKey, type MessageState, messageStates } from '@/lib/domain/message'
import { checkUpDueAt, isCheckUpLate } from '@/lib/domain/return'
import { type CloseReason, closeReasons, swapStates } from '@/lib/domain/swap'
import { closeRefusal, midwayStates, stuckBefore } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { decodeCursor, encodeCursor } from './cursor'
import { requirePlanReader } from './plan-room'

/** Somebody in a wave, and how their move stands. */
export type MemberRow = {
  swapId: string
  personId: string
  displayName: string
  userPrincipalName: string
  site: string | null
  waveId: string
  waveName: string
  state: string
  stateSince: string
  window: { name: string; startsAt: string; timeZone: string } | null
  hasBaseline: boolean
  /** What became of the mail that invited them; null when there was none. */
  invitation: { state: MessageState; at: string } | null
  /** What stands in the way, the gravest first. */
  troubles: Trouble[]
  closedWhy: string | null
  /** Reasons that the swap can be closed for now. */
  closable: CloseReason[]
}

export type Trouble =
  | { kind: 'case'; number: string }
  /** The old phone was handed in, and is registered at Microsoft again. */
  | { kind: 'contradicted'; since: string }
  | { kind: 'stuck'; since: string }
  /** Asked how the new phone does, and never answered. */
  | { kind: 'check_up'; since: string }
  | { kind: 'waiting'; until: string }
  | { kind: 'failed'; code: MessageCode }

export type MemberFilter = { state: string | null; seat: 'none' | null; q: string }

export type MemberPage = { members: MemberRow[]; next: string | null; previous: string | null }

const pageSize = 50

type Params = Record<string, string | string[] | undefined>

/** The filter that a wave's address asks for. */
export function readMemberFilter(params: Params): MemberFilter {
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  const state = swapStates.find((known) => known === params.state) ?? null
  return {
    state,
    seat: params.seat === 'none' ? 'none' : null,
    q: text(params.q).replaceAll('\0', '').trim().slice(0, 100),
  }
}

type Place = { after?: string | null | undefined; before?: string | null | undefined }

/** People of a wave, by name, 50 to a page; closed ones too. @throws {AppError} not_found — not for this role */
export async function listMembers(
  actor: Actor,
  waveId: string,
  { state, seat, q }: MemberFilter,
  place: Place,
): Promise<MemberPage> {
  requirePlanReader(actor)
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const passes = [
    eq(swaps.waveId, parseId(waveId)),
    ...(state ? [eq(swaps.state, state)] : []),
    ...(seat ? [isNull(swaps.windowId), isNull(swaps.closedAt)] : []),
    ...words.map((word) => sql`${people.searched} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`),
  ]
  const before = decodeCursor(place.before, 2)
  const after = before ? null : decodeCursor(place.after, 2)
  const rows = await selectMembers(passes, { after, before })
  const isMore = rows.length > pageSize
  const shown = before ? rows.slice(0, pageSize).reverse() : rows.slice(0, pageSize)
  const [first, last] = [shown[0], shown.at(-1)]
  return {
    members: shown.map(memberView),
    next: last && (before || isMore) ? cursorOf(last) : null,
    previous: first && (after || (before && isMore)) ? cursorOf(first) : null,
  }
}

/**
 * Whoever is in the middle of their move and does not get on, or has a case at the desk: the longest first,
 * 20 at most. @throws {AppError} not_found — not for this role
 */
export async function listStuck(actor: Actor): Promise<MemberRow[]> {
  requirePlanReader(actor)
  const since = stuckBefore(readClock())
  const isMidway = sql`${swaps.state} in ${[...midwayStates]}`
  const rows = await memberSelection()
    .where(
      and(
        isNull(swaps.closedAt),
        eq(waves.state, 'running'),
        sql`(${cases.id} is not null or (${isMidway} and ${swaps.stateSince} < ${since.toISOString()}::timestamptz))`,
      ),
    )
    .orderBy(swaps.stateSince, swaps.id)
    .limit(20)
  return rows.map(memberView)
}

function memberSelection() {
  return db
    .select({
      swap: swaps,
      person: people,
      waveName: waves.name,
      window: windows,
      look: looks,
      caseNumber: cases.number,
      invitation: { state: messages.state, sentAt: messages.sentAt, queuedAt: messages.queuedAt },
    })
    .from(swaps)
    .innerJoin(people, eq(people.id, swaps.personId))
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .leftJoin(messages, eq(messages.onceKey, sql`${invitationKey('')} || ${swaps.id}`))
    .leftJoin(looks, eq(looks.personId, swaps.personId))
    .leftJoin(cases, and(eq(cases.personId, swaps.personId), isNull(cases.closedAt)))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof memberSelection>>[number]

function selectMembers(
  passes: SQL[],
  { after, before }: { after: string[] | null; before: string[] | null },
): Promise<Row[]> {
  const key = sql`(${people.displayName}, ${swaps.id}::text)`
  const edge = after
    ? sql`${key} > (${after[0]}, ${after[1]})`
    : before && sql`${key} < (${before[0]}, ${before[1]})`
  return memberSelection()
    .where(and(...passes, edge ?? undefined))
    .orderBy(
      before ? sql`${people.displayName} desc` : people.displayName,
      before ? sql`${swaps.id}::text desc` : sql`${swaps.id}::text`,
    )
    .limit(pageSize + 1)
}

function cursorOf({ person, swap }: Row): string {
  return encodeCursor([person.displayName, swap.id])
}

function memberView(row: Row): MemberRow {
  const { swap, person, waveName, window, invitation } = row
  return {
    swapId: swap.id,
    personId: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    site: person.site,
    waveId: swap.waveId,
    waveName,
    state: swap.state,
    stateSince: swap.stateSince.toISOString(),
    window: window && {
      name: window.name,
      startsAt: window.startsAt.toISOString(),
      timeZone: window.timeZone,
    },
    hasBaseline: swap.baselineId !== null,
    invitation: invitation && invitationView(invitation),
    troubles: swap.closedAt ? [] : troublesOf(row),
    closedWhy: swap.closedWhy,
    closable: closeReasons.filter((reason) => closeRefusal(swap, reason) === null),
  }
}

function invitationView({
  state,
  sentAt,
  queuedAt,
}: NonNullable<Row['invitation']>): MemberRow['invitation'] {
  const known = messageStates.find((one) => one === state) ?? 'waiting'
  return { state: known, at: (sentAt ?? queuedAt).toISOString() }
}

function troublesOf({ swap, look, caseNumber }: Row): Trouble[] {
  const now = readClock()
  const isStuck = midwayStates.some((state) => state === swap.state) && swap.stateSince < stuckBefore(now)
  const troubles: Trouble[] = []
  if (caseNumber !== null) troubles.push({ kind: 'case', number: caseName(caseNumber) })
  if (swap.returnedAt && swap.state !== 'returned') {
    troubles.push({ kind: 'contradicted', since: swap.stateSince.toISOString() })
  }
  if (isStuck) troubles.push({ kind: 'stuck', since: swap.stateSince.toISOString() })
  const dueAt = checkUpDueAt(swap)
  if (dueAt && isCheckUpLate({ safeAt: swap.safeAt, now })) {
    troubles.push({ kind: 'check_up', since: dueAt.toISOString() })
  }
  if (look?.failure && look.retryAt) {
    troubles.push({ kind: 'waiting', until: look.retryAt.toISOString() })
  } else if (look?.failure && !isUnderWay(look)) {
    // Written by our own commands alone, from the codes of errors.
    troubles.push({ kind: 'failed', code: look.failure as MessageCode })
  }
  return troubles
}

/** One member, for the page that closes their move. @throws {AppError} not_found — absent, or not for this role */
export async function getMember(actor: Actor, waveId: string, swapId: string): Promise<MemberRow> {
  requirePlanReader(actor)
  const [row] = await memberSelection()
    .where(and(eq(swaps.id, parseId(swapId)), eq(swaps.waveId, parseId(waveId))))
    .limit(1)
  if (!row) throw new AppError('not_found', 'not_found')
  return memberView(row)
}
