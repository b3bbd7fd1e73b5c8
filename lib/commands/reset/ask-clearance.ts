import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { clearances, resetSteps, resets } from '@/db/schema/resets'
import { lockCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

/** A case, when a reset is planned; a step, when it is about to run. */
const Input = z.union([z.object({ stepId: z.uuid() }), z.object({ caseId: z.uuid() })])

/**
 * An agent asks whether this account may be touched now; the worker finds out at Microsoft. Returns the id of
 * the row its answer comes in. Asked to plan, and again immediately before every write.
 */
export async function askClearance(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const wanted = parse(Input, input)

  return transact(actor, async ({ tx, now, permit, record, enqueue }) => {
    const caseId = 'stepId' in wanted ? await findCaseOf(tx, wanted.stepId) : wanted.caseId
    const stepId = 'stepId' in wanted ? wanted.stepId : null
    const found = await lockCase(tx, actor, caseId)
    permit('reset.clear', found)
    if (found.state === 'closed') throw new AppError('refused', 'case_closed', { detail: { caseId } })

    const [asked] = await tx
      .insert(clearances)
      .values({
        caseId,
        personId: found.personId,
        stepId,
        askedById: actor.personId,
        askedAt: now,
      })
      .returning()
    if (!asked) throw new Error('an inserted clearance must come back')
    await enqueue('reset.clear', { clearanceId: asked.id }, { key: asked.id, priority: 10 })
    record(
      'reset.clearance_asked',
      { kind: 'clearance', id: asked.id, oid: found.person.entraId },
      { detail: { case: caseId, step: stepId } },
    )
    return asked.id
  })
}

/** The case whose reset has this step. @throws {AppError} not_found */
async function findCaseOf(tx: Tx, stepId: string): Promise<string> {
  const [row] = await tx
    .select({ caseId: resets.caseId })
    .from(resetSteps)
    .innerJoin(resets, eq(resets.id, resetSteps.resetId))
    .where(eq(resetSteps.id, stepId))
  if (!row) throw new AppError('not_found', 'not_found')
  return row.caseId
}
