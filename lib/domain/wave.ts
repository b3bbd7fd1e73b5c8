import { AppError } from '@/lib/errors'

export const waveStates = ['draft', 'running', 'completed', 'cancelled'] as const
export type WaveState = (typeof waveStates)[number]

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
  const refusal = publishRefusal(wave, context)
  if (refusal) throw new AppError('refused', refusal, { detail: { waveId: wave.id } })
}
