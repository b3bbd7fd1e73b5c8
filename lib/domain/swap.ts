import type { Gate, Level } from './gate'
import type { Known } from './known'

/** Where a swap stands. Written by `advance` alone. */
export const swapStates = [
  'not_invited',
  'invited',
  'booked',
  'preparing',
  'registered',
  'proved',
  'removed',
  'safe_to_wipe',
  'returned',
  'closed',
] as const

export type SwapState = (typeof swapStates)[number]

/** Why a swap can be closed without the gate; each needs a reason in the log. */
export const closeReasons = ['done', 'left_company', 'phone_destroyed', 'cancelled'] as const
export type CloseReason = (typeof closeReasons)[number]

/** What happened to a swap besides what the gate shows. */
export type SwapFacts = {
  isPublished: boolean
  isBooked: boolean
  /** The person has opened the portal and begun. */
  isBegun: boolean
  isReturned: boolean
  isClosed: boolean
}

/**
 * The state that facts and gate show. It may be an earlier one than before: a registration that vanishes
 * takes its levels with it.
 */
export function advance(facts: SwapFacts, gate: Gate): SwapState {
  if (facts.isClosed) return 'closed'
  // A phone that is registered again was not returned for good, whoever signed for it.
  if (facts.isReturned && gate.remainingIds.length === 0) return 'returned'
  if (!facts.isPublished) return 'not_invited'
  if (gate.isSafe) return 'safe_to_wipe'
  if (isReached(gate, 'registered')) {
    if (isReached(gate, 'removed') && isReached(gate, 'baseline')) return 'removed'
    return isReached(gate, 'proved') ? 'proved' : 'registered'
  }
  if (facts.isBegun) return 'preparing'
  return facts.isBooked ? 'booked' : 'invited'
}

const levelOf: Partial<Record<SwapState, Level>> = {
  registered: 'registered',
  proved: 'proved',
  removed: 'removed',
  safe_to_wipe: 'alone',
}

/** How the state is known: as the level it rests on, or decided here where it rests on none. */
export function knownOf(state: SwapState, gate: Gate): Known {
  const level = levelOf[state]
  return gate.levels.find((one) => one.level === level)?.known ?? 'done'
}

/** Whether a level of the gate is reached. */
export function isReached(gate: Gate, level: Level): boolean {
  return gate.levels.some((state) => state.level === level && state.reachedAt !== null)
}
