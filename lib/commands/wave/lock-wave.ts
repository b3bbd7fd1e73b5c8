import { eq } from 'drizzle-orm'
import { waves } from '@/db/schema/waves'
import { AppError } from '@/lib/errors'
import { requirePlanReader } from '@/lib/queries/plan-room'
import type { Work } from '@/lib/transact'

export type Wave = typeof waves.$inferSelect

/** @throws {AppError} not_found — absent, or not theirs to see */
export async function lockWave({ tx, actor }: Work, waveId: string): Promise<Wave> {
  requirePlanReader(actor)
  const [wave] = await tx.select().from(waves).where(eq(waves.id, waveId)).for('update')
  if (!wave) throw new AppError('not_found', 'not_found')
  return wave
}
