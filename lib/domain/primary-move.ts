import { AppError } from '@/lib/errors'
import type { Holder } from './backup'
import type { BackupRole } from './device'
import { isInUse } from './device'

/** A change of the device that holds the backup, step by step; no row at all is idle. */
export const primaryMoveStates = ['turning_off', 'waiting', 'turning_on', 'confirmed', 'cancelled'] as const
export type PrimaryMoveState = (typeof primaryMoveStates)[number]

/** The steps a person takes, in their order. */
export const primaryMoveSteps = ['turning_off', 'waiting', 'turning_on'] as const
export type PrimaryMoveStep = (typeof primaryMoveSteps)[number]

const after: Record<PrimaryMoveStep, PrimaryMoveState> = {
  turning_off: 'waiting',
  waiting: 'turning_on',
  turning_on: 'confirmed',
}

/** Whether it is still under way. */
export function isMoving(state: PrimaryMoveState): state is PrimaryMoveStep {
  return state !== 'confirmed' && state !== 'cancelled'
}

/** Why the backup cannot be moved between these two, or null when it can. */
export function startMoveRefusal(from: Holder, to: Holder, { isMoving }: { isMoving: boolean }) {
  if (isMoving) return 'primary_moving'
  if (from.role !== 'primary') return 'primary_not_there'
  if (from.id === to.id) return 'primary_same_device'
  if (!isInUse(to.state)) return 'device_not_in_use'
  return to.role === 'primary' ? 'primary_already' : null
}

/**
 * The state after a step was done.
 * @throws {AppError} refused — the move is at another step: done before, or in another window
 */
export function nextMoveState(state: PrimaryMoveState, done: PrimaryMoveStep): PrimaryMoveState {
  if (state !== done) throw new AppError('refused', 'primary_other_step')
  return after[done]
}

/** What the two devices are to the backup in each state. Between off and on nobody holds it: that is what keeps it from being two. */
export function rolesIn(state: PrimaryMoveState): { from: BackupRole; to: BackupRole } {
  if (state === 'confirmed') return { from: 'restore_only', to: 'primary' }
  if (state === 'turning_off' || state === 'cancelled') return { from: 'primary', to: 'restore_only' }
  return { from: 'restore_only', to: 'restore_only' }
}
