import type { PersonActor } from '@/lib/domain/actor'
import { requirePlanReader } from './plan-room'
import { listSyncs } from './sync'
import { getWave } from './wave'

/** A text that changes whenever what a screen shows of the sync does. */
export async function readSyncVersion(actor: PersonActor): Promise<{ version: string }> {
  requirePlanReader(actor)
  const syncs = await listSyncs(actor)
  return { version: syncs.map(({ run }) => `${run?.id} ${run?.state} ${run?.seenCount}`).join(' ') }
}

/** The same for a wave and its baselines. @throws {AppError} not_found — absent, or not for this role */
export async function readWaveVersion(actor: PersonActor, waveId: string): Promise<{ version: string }> {
  const { state, baselines, counts } = await getWave(actor, waveId)
  return { version: JSON.stringify([state, baselines, counts]) }
}
