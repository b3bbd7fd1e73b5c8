import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { clearances, resetSteps } from '@/db/schema/resets'
import type { PersonActor } from '@/lib/domain/actor'
import { operationId } from '@/lib/domain/operation-id'
import { startStep as start } from '@/lib/domain/reset-step'
import { lockedRefusal } from '@/lib/domain/verification'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockOpenVerification, lockStep } from './lock-step'

const Input = z.object({ stepId: z.uuid(), clearanceId: z.uuid() })

/** What an effect needs to know to make its one call. */
export type StartedStep = {
  id: string
  fence: number
  kind: string
  entraId: string
  entraMethodId: string | null
  methodKind: string | null
  clientRequestId: string
}

/**
 * Intent: the step is under way from now on, for this attempt and for a while. Asks everything again that could
 * have changed since the plan: the verification, whose turn it is, and the account itself.
 *
 * @throws {AppError} refused — with the reason from `stepRefusal` or `touchRefusal`
 */
export async function startStep(actor: PersonActor, input: z.input<typeof Input>): Promise<StartedStep> {
  const { stepId, clearanceId } = parse(Input, input)

  return transact(actor, async ({ tx, now, permit, record }) => {
    const { step, steps, reset, oid } = await lockStep(tx, actor, stepId)
    permit('reset.run', reset)
    const verification = await lockOpenVerification(tx, reset.caseId)
    const [clearance] = await tx
      .select()
      .from(clearances)
      .where(and(eq(clearances.id, clearanceId), eq(clearances.stepId, stepId)))

    const { state, fence, leaseUntil } = start(step, {
      steps,
      isEnded: reset.endedAt !== null,
      locked: lockedRefusal(verification, now),
      clearance: clearance ?? null,
      now,
    })
    const clientRequestId = operationId(sha1, ['reset', reset.id, step.id, fence])
    await tx
      .update(resetSteps)
      .set({ state, fence, leaseUntil, startedAt: now, clientRequestId, failure: null, retryAt: null })
      .where(eq(resetSteps.id, step.id))
    record(
      'reset.step_started',
      { kind: 'reset', id: reset.id, oid },
      {
        outcome: 'intended',
        op: { id: reset.id, step: step.id, attempt: fence },
        detail: { kind: step.kind, methodKind: step.methodKind, clearance: clearanceId },
        graph: { requestId: null, clientRequestId, status: null },
      },
    )
    const { id, kind, entraMethodId, methodKind } = step
    return { id, fence, kind, entraId: oid, entraMethodId, methodKind, clientRequestId }
  })
}

function sha1(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
