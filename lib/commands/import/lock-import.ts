import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema/imports'
import { AppError } from '@/lib/errors'
import { requirePlanReader } from '@/lib/queries/plan-room'
import type { Work } from '@/lib/transact'
import { lockWave, type Wave } from '../wave/lock-wave'

export type Import = typeof imports.$inferSelect

/** An import and its wave, both locked, the wave first as everywhere. @throws {AppError} not_found — absent, or not theirs to see */
export async function lockImport(work: Work, importId: string): Promise<{ file: Import; wave: Wave }> {
  requirePlanReader(work.actor)
  const [place] = await work.tx
    .select({ waveId: imports.waveId })
    .from(imports)
    .where(eq(imports.id, importId))
  if (!place) throw new AppError('not_found', 'not_found')
  const wave = await lockWave(work, place.waveId)
  const [file] = await work.tx.select().from(imports).where(eq(imports.id, importId)).for('update')
  if (!file) throw new AppError('not_found', 'not_found')
  return { file, wave }
}
