import { aliasedTable, and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import { resetSteps, resets } from '@/db/schema/resets'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { JobActor } from '@/lib/domain/actor'
import { type LevelState, readGate } from '@/lib/domain/gate'
import { AppError } from '@/lib/errors'
import { readEvidence } from './evidence'
import { readSettings } from './settings'
import { type SlotCalendar, slotCalendarOf } from './slot-calendar'

/** Where and when somebody moves; instants are ISO strings. */
export type MessageWindow = {
  site: string
  isAtHome: boolean
  startsAt: string
  endsAt: string
  timeZone: string
}

/** A case, and whether the move it is about stands still; null: there is no open move. */
export type MessageCase = { number: number; isFrozen: boolean | null }

/** What a mail says, read when it goes. Whatever a kind is not about is null. */
export type MessageFacts = {
  params: Record<string, string | number>
  queuedAt: string
  /** What to call the person. */
  name: string
  /** As the directory writes them, for somebody else to read. */
  fullName: string
  window: MessageWindow | null
  /** Who planned the move, and where they get mail. */
  planner: { name: string; address: string } | null
  /** Of the gate; those that are reached. */
  levels: { level: LevelState['level']; known: LevelState['known']; at: string }[]
  /** Since when the old phone is safe to wipe. */
  safeAt: string | null
  reset: { removedCount: number; hasEndedSessions: boolean; at: string | null } | null
  case: MessageCase | null
  /** The slot's calendar entry, in the version that the mail brings. */
  calendar: SlotCalendar | null
}

/** What the worker needs to write a message. @throws {AppError} not_found */
export async function getMessageFacts(_actor: JobActor, messageId: string): Promise<MessageFacts> {
  const [row] = await db
    .select({ message: messages, person: people })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(eq(messages.id, messageId))
  if (!row) throw new AppError('not_found', 'not_found')
  const { message, person } = row
  const id = (name: string) => textOf(message.params[name])
  const [move, window, reset, found] = await Promise.all([
    findMove(id('swapId')),
    findWindow(id('windowId')),
    message.params.what === 'methods_reset' ? findReset(id('id')) : null,
    findCase(id('caseId')),
  ])
  return {
    params: message.params,
    queuedAt: message.queuedAt.toISOString(),
    name: person.givenName ?? person.displayName,
    fullName: person.displayName,
    window: window ?? move?.window ?? null,
    planner: move?.planner ?? null,
    levels: message.kind === 'safe_to_wipe' && move ? await listLevels(move.swap) : [],
    safeAt: move?.swap.safeAt?.toISOString() ?? null,
    reset,
    case: found,
    calendar: await readCalendar(message.params, person),
  }
}

/** Null for what is not about a slot. */
async function readCalendar(
  { swapId, windowId, sequence }: typeof messages.$inferSelect.params,
  person: typeof people.$inferSelect,
): Promise<SlotCalendar | null> {
  if (typeof swapId !== 'string' || typeof windowId !== 'string' || typeof sequence !== 'number') return null
  const [window] = await db.select().from(windows).where(eq(windows.id, windowId))
  if (!window) return null
  const { deskContact } = await readSettings()
  const swap = { id: swapId, slotSequence: sequence }
  return slotCalendarOf({ swap, window, person }, { deskContact, now: readClock() })
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

async function findMove(swapId: string | null) {
  if (!swapId) return null
  const owner = aliasedTable(people, 'owner')
  const [row] = await db
    .select({ swap: swaps, window: windows, owner })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .innerJoin(owner, eq(owner.id, waves.ownerId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .where(eq(swaps.id, swapId))
  if (!row) return null
  const {
    swap,
    window,
    owner: { displayName, mail, userPrincipalName },
  } = row
  return {
    swap,
    window: window && windowOf(window),
    planner: { name: displayName, address: mail ?? userPrincipalName },
  }
}

async function findWindow(windowId: string | null): Promise<MessageWindow | null> {
  if (!windowId) return null
  const [window] = await db.select().from(windows).where(eq(windows.id, windowId))
  return window ? windowOf(window) : null
}

function windowOf({
  site,
  isAtHome,
  startsAt,
  endsAt,
  timeZone,
}: typeof windows.$inferSelect): MessageWindow {
  return { site, isAtHome, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone }
}

async function listLevels(swap: typeof swaps.$inferSelect): Promise<MessageFacts['levels']> {
  const { levels } = readGate(await readEvidence(db, swap, readClock()))
  return levels.flatMap(({ level, known, reachedAt }) =>
    reachedAt ? { level, known, at: reachedAt.toISOString() } : [],
  )
}

async function findReset(resetId: string | null): Promise<MessageFacts['reset']> {
  if (!resetId) return null
  const steps = await db
    .select({ kind: resetSteps.kind, state: resetSteps.state, endedAt: resets.endedAt })
    .from(resetSteps)
    .innerJoin(resets, eq(resets.id, resetSteps.resetId))
    .where(eq(resets.id, resetId))
  const done = steps.filter(({ state }) => state === 'done')
  return {
    removedCount: done.filter(({ kind }) => kind === 'remove_method').length,
    hasEndedSessions: done.some(({ kind }) => kind === 'revoke_sessions'),
    at: steps[0]?.endedAt?.toISOString() ?? null,
  }
}

async function findCase(caseId: string | null): Promise<MessageCase | null> {
  if (!caseId) return null
  const [row] = await db
    .select({ number: cases.number, swapId: swaps.id, frozenAt: swaps.frozenAt })
    .from(cases)
    .leftJoin(swaps, and(eq(swaps.personId, cases.personId), isNull(swaps.closedAt)))
    .where(eq(cases.id, caseId))
  return row ? { number: row.number, isFrozen: row.swapId ? row.frozenAt !== null : null } : null
}
