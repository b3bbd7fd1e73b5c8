import { and, eq } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { swapEvidence, type swaps } from '@/db/schema/swaps'
import type { Said } from '@/lib/domain/step'
import { readSettings } from '@/lib/queries/settings'
import { readTenantDemands } from '@/lib/queries/tenant'

type Swap = typeof swaps.$inferSelect

/** What a person said of their move, and what their organisation asks of the new phone. */
export async function readSaid(swap: Swap, reader: Database | Tx = db): Promise<Said> {
  const { oldPlatform, newPlatform, number, hasOldPhone, backupModel, screen } = swap
  const done = await reader
    .select({ detail: swapEvidence.detail })
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swap.id), eq(swapEvidence.kind, 'step_done')))
  const { enrolFirst } = await readSettings(reader)
  const { enrolment } = await readTenantDemands(reader)
  const isDemanded = enrolment?.some((platform) => platform === newPlatform) ?? false
  return {
    oldPlatform,
    newPlatform,
    number,
    hasOldPhone,
    backupModel,
    screen,
    needsEnrolment: enrolFirst || isDemanded,
    doneSteps: done.map(({ detail }) => String(detail.step)),
  }
}
