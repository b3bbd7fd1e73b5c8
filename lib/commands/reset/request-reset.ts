import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { clearances, resetSteps, resets } from '@/db/schema/resets'
import { type LockedCase, lockCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import { assertRequestable, defaultIdOf, planReset } from '@/lib/domain/reset'
import { lockedRefusal } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { lockOpenVerification } from './lock-step'

const Input = z.object({
  caseId: z.uuid(),
  /** Microsoft's ids of the registrations to take away. */
  methodIds: z
    .union([z.string().transform((id) => [id]), z.array(z.string())])
    .default([])
    .transform((ids) => ids.filter(Boolean)),
})

/**
 * An agent asks for a reset: the chosen registrations in the order Microsoft accepts, then the sessions. Decided
 * on what the worker read a moment ago. Returns its id.
 *
 * @throws {AppError} refused — with the reason from `requestRefusal`
 */
export async function requestReset(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const { caseId, methodIds } = parse(Input, input)

  return transact(actor, async (work) => {
    const found = await lockCase(work.tx, actor, caseId)
    work.permit('reset.request', found)
    const verification = await lockOpenVerification(work.tx, caseId)
    const clearance = await findClearance(work, caseId)
    assertRequestable({
      locked: lockedRefusal(verification, work.now),
      isCaseClosed: found.state === 'closed',
      hasOpenReset: await hasOpenReset(work, found.personId),
      clearance,
      choice: methodIds,
      now: work.now,
    })
    if (!verification) throw new Error('a reset must rest on a verification')
    const methods = clearance?.methods ?? []
    const steps = planReset(methods, defaultIdOf(methods), methodIds)

    const [reset] = await work.tx
      .insert(resets)
      .values({
        caseId,
        personId: found.personId,
        verificationId: verification.id,
        requestedById: actor.personId,
        requestedAt: work.now,
      })
      .onConflictDoNothing()
      .returning()
    if (!reset) throw new AppError('refused', 'reset_open', { detail: { caseId } })
    await work.tx
      .insert(resetSteps)
      .values(
        steps.map((step, index) => ({ resetId: reset.id, position: index + 1, state: 'ready', ...step })),
      )
    recordRequested(work, { found, resetId: reset.id, verificationId: verification.id, count: steps.length })
    return reset.id
  })
}

type Requested = { found: LockedCase; resetId: string; verificationId: string; count: number }

function recordRequested({ record }: Work, { found, resetId, verificationId, count }: Requested): void {
  record(
    'reset.requested',
    { kind: 'reset', id: resetId, oid: found.person.entraId },
    {
      detail: { case: found.id, verification: verificationId, steps: count, ticket: found.ticket !== null },
      decision: { rule: 'planReset', approvals: [] },
    },
  )
}

async function findClearance({ tx }: Work, caseId: string) {
  const [row] = await tx
    .select()
    .from(clearances)
    .where(and(eq(clearances.caseId, caseId), isNull(clearances.stepId), isNotNull(clearances.answeredAt)))
    .orderBy(desc(clearances.answeredAt))
    .limit(1)
  return row ?? null
}

async function hasOpenReset({ tx }: Work, personId: string): Promise<boolean> {
  const [open] = await tx
    .select({ id: resets.id })
    .from(resets)
    .where(and(eq(resets.personId, personId), isNull(resets.endedAt)))
  return open !== undefined
}
