import { AppError } from '@/lib/errors'
import type { LockedRefusal } from './verification'

/** Why a move stands still: the person said it was not them, in their own portal or to the desk. */
export const freezeReasons = ['not_me', 'desk'] as const
export type FreezeReason = (typeof freezeReasons)[number]

/** Why a frozen move may go on: the account was made safe, the person did it after all, or pressed by mistake. */
export const unfreezeReasons = ['secured', 'recognised', 'mistaken'] as const
export type UnfreezeReason = (typeof unfreezeReasons)[number]

type Freezable = { frozenAt: Date | null }

/** Why nobody can take a step of this move now, or null while it is not frozen. */
export function frozenRefusal({ frozenAt }: Freezable) {
  return frozenAt ? 'swap_frozen' : null
}

/** @throws {AppError} refused — swap_frozen */
export function assertNotFrozen(swap: Freezable): void {
  const refusal = frozenRefusal(swap)
  if (refusal) throw new AppError('refused', refusal)
}

/** Why the desk cannot freeze the move of a case, or null when it can. */
export function freezeRefusal(swap: Freezable | null, { isCaseClosed }: { isCaseClosed: boolean }) {
  if (isCaseClosed) return 'case_closed'
  if (!swap) return 'swap_none_open'
  return frozenRefusal(swap)
}

type UnfreezeContext = {
  isCaseClosed: boolean
  /** Why the person of the case does not count as verified. */
  locked: LockedRefusal
}

/** Why the desk cannot let a frozen move go on, or null when it can: not before the person is verified in this case. */
export function unfreezeRefusal(swap: Freezable | null, { isCaseClosed, locked }: UnfreezeContext) {
  if (isCaseClosed) return 'case_closed'
  if (!swap?.frozenAt) return 'swap_not_frozen'
  return locked
}

/** Turns a refusal of these rules into an error; null passes. */
export function refuseFreeze(
  refusal: ReturnType<typeof freezeRefusal> | ReturnType<typeof unfreezeRefusal>,
  detail: Record<string, unknown>,
): void {
  if (refusal) throw new AppError('refused', refusal, { detail })
}
