import { AppError } from '@/lib/errors'
import type { CloseReason, SwapState } from './swap'

export const waveStates = ['draft', 'running', 'completed', 'cancelled'] as const
export type WaveState = (typeof waveStates)[number]

/** Nothing more happens in it. */
export function isWaveOver(wave: { state: string }): boolean {
  return wave.state === 'completed' || wave.state === 'cancelled'
}

/** Why a wave's people and windows cannot be changed now, or null when they can. */
export function planRefusal(wave: { state: string }) {
  return isWaveOver(wave) ? 'wave_over' : null
}

/** @throws {AppError} refused — with the reason from `planRefusal` */
export function assertPlannable(wave: { id: string; state: string }): void {
  refuse(planRefusal(wave), wave)
}

type PublishContext = { memberCount: number; windowCount: number }

/** Why a wave cannot be published now, or null when it can. */
export function publishRefusal(wave: { state: string }, { memberCount, windowCount }: PublishContext) {
  if (wave.state !== 'draft') return 'wave_not_draft'
  if (windowCount === 0) return 'wave_without_window'
  if (memberCount === 0) return 'wave_without_people'
  return null
}

/** @throws {AppError} refused — with the reason from `publishRefusal` */
export function assertPublishable(wave: { id: string; state: string }, context: PublishContext): void {
  refuse(publishRefusal(wave, context), wave)
}

/** Why a wave cannot be cancelled now, or null when it can: once published, people rely on it. */
export function cancelRefusal(wave: { state: string }) {
  return wave.state === 'draft' ? null : 'wave_not_draft'
}

/** @throws {AppError} refused — with the reason from `cancelRefusal` */
export function assertCancellable(wave: { id: string; state: string }): void {
  refuse(cancelRefusal(wave), wave)
}

/** Why a wave cannot be ended now, or null when it can: everybody in it must have arrived, or be closed with a reason. */
export function endRefusal(wave: { state: string }, { underWayCount }: { underWayCount: number }) {
  if (wave.state !== 'running') return 'wave_not_running'
  if (underWayCount > 0) return 'wave_people_under_way'
  return null
}

/** @throws {AppError} refused — with the reason from `endRefusal` */
export function assertEndable(wave: { id: string; state: string }, context: { underWayCount: number }): void {
  refuse(endRefusal(wave, context), wave)
}

/** States in which the move itself is through: the old phone is safe to wipe. */
export const arrivedStates: readonly SwapState[] = ['safe_to_wipe', 'returned']

/** Why a swap cannot be closed for this reason, or null when it can. `done` is for the gate alone to give. */
export function closeRefusal(
  swap: { state: string; closedAt: Date | null },
  reason: CloseReason,
): 'swap_closed' | 'swap_not_safe' | null {
  if (swap.closedAt) return 'swap_closed'
  if (reason === 'done' && !arrivedStates.some((state) => state === swap.state)) return 'swap_not_safe'
  return null
}

/** @throws {AppError} refused — with the reason from `closeRefusal` */
export function assertClosable(
  swap: { id: string; state: string; closedAt: Date | null },
  reason: CloseReason,
): void {
  refuse(closeRefusal(swap, reason), swap)
}

/** Somebody who began and has not moved on for this long is stuck. */
const stuckHours = 24

/** States in which a person is in the middle of it, between two phones. */
export const midwayStates: readonly SwapState[] = ['preparing', 'registered', 'proved', 'removed']

/** Whoever is midway since before this instant is stuck. */
export function stuckBefore(now: Date): Date {
  return new Date(now.getTime() - stuckHours * 3_600_000)
}

function refuse(
  refusal: ReturnType<
    | typeof planRefusal
    | typeof publishRefusal
    | typeof cancelRefusal
    | typeof endRefusal
    | typeof closeRefusal
  >,
  thing: { id: string },
): void {
  if (refusal) throw new AppError('refused', refusal, { detail: { id: thing.id } })
}

/** How many looks at Microsoft a published wave asks for each second, so that people's clicks still get through. */
const looksPerSecond = 5

/** When the baseline of the `index`-th person of a wave is read. */
export function lookAt(publishedAt: Date, index: number): Date {
  return new Date(publishedAt.getTime() + Math.floor(index / looksPerSecond) * 1_000)
}
