import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { clearances, resetSteps, resets } from '@/db/schema/resets'
import { lockCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  caseId: z.uuid(),
  /** The step that is about to run; none when a reset is planned. */
  stepId: z.uuid().optional(),
})

/**
 * An agent asks whether this account may be touched now; the worker finds out at Microsoft. Returns the id of
 * the row its answer comes in. Asked to plan, and again immediately before every write.
 */
export async function askClearance(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const { caseId, stepId } = parse(Input, input)

  return transact(actor, async ({ tx, now, permit, record, enqueue }) => {
    const found = await lockCase(tx, actor, caseId)
    permit('reset.clear', found)
    if (found.state === 'closed') throw new AppError('refused', 'case_closed', { detail: { caseId } })
    if (stepId) await assertOfCase(tx, caseId, stepId)

    const [asked] = await tx
      .insert(clearances)
      .values({
        caseId,
        personId: found.personId,
        stepId: stepId ?? null,
        askedById: actor.personId,
        askedAt: now,
      })
      .returning()
    if (!asked) throw new Error('an inserted clearance must come back')
    await enqueue('reset.clear', { clearanceId: asked.id }, { key: asked.id, priority: 10 })
    record(
      'reset.clearance_asked',
      { kind: 'clearance', id: asked.id, oid: found.person.entraId },
      { detail: { case: caseId, step: stepId ?? null } },
    )
    return asked.id
  })
}

async function assertOfCase(tx: Tx, caseId: string, stepId: string): Promise<void> {
  const [step] = await tx
    .select({ id: resetSteps.id })
    .from(resetSteps)
    .innerJoin(resets, eq(resets.id, resetSteps.resetId))
    .where(and(eq(resetSteps.id, stepId), eq(resets.caseId, caseId)))
  if (!step) throw new AppError('not_found', 'not_found')
}
