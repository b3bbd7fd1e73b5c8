import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { looks } from '@/db/schema/methods'
import { resetSteps, resets } from '@/db/schema/resets'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { JobActor, PersonActor } from '@/lib/domain/actor'
import { finishStep as finish, nextStep, postpone, type StepOutcome } from '@/lib/domain/reset-step'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { type LockedStep, lockStep } from './lock-step'

const Input = z.object({
  stepId: z.uuid(),
  fence: z.int(),
  // Made by our own effects; the codes are checked where they are written.
  outcome: z.custom<StepOutcome>((value) => typeof value === 'object' && value !== null),
})

/**
 * Outcome: what became of one attempt at a step, told by the agent's request or, for a step nobody knows about,
 * by the worker that read back. An outcome that comes too late changes nothing; answers false then.
 */
export async function finishStep(
  actor: PersonActor | JobActor,
  input: z.input<typeof Input>,
): Promise<boolean> {
  const { stepId, fence, outcome } = parse(Input, input)

  return transact(actor, async (work) => {
    const locked = await lockStep(work.tx, actor, stepId)
    if (actor.kind === 'job') work.permit('reset.settle')
    else work.permit('reset.run', locked.reset)

    const from = actor.kind === 'job' ? 'uncertain' : 'running'
    const finished = finish(locked.step, { fence, from, outcome, now: work.now })
    if (!finished) {
      work.unchanged()
      return false
    }
    await work.tx
      .update(resetSteps)
      .set({
        state: finished.state,
        leaseUntil: null,
        endedAt: outcome.result === 'done' ? work.now : null,
        failure: outcome.code,
        retryAt: finished.retryAt,
        ...(outcome.graphRequestId ? { graphRequestId: outcome.graphRequestId } : {}),
      })
      .where(eq(resetSteps.id, stepId))
    recordOutcome(work, locked, outcome)
    await goOn(work, locked, outcome)
    return true
  })
}

function recordOutcome({ actor, record }: Work, { step, reset, oid }: LockedStep, outcome: StepOutcome) {
  record(
    'reset.step_finished',
    { kind: 'reset', id: reset.id, oid },
    {
      // A removal is read back; that sessions were ended Microsoft only says.
      known: outcome.result === 'done' && step.kind === 'remove_method' ? 'proved' : 'seen',
      outcome: outcome.result,
      op: { id: reset.id, step: step.id, attempt: step.fence },
      detail: { kind: step.kind, methodKind: step.methodKind, code: outcome.code, by: actor.kind },
      graph: {
        requestId: outcome.graphRequestId,
        clientRequestId: step.clientRequestId,
        status: outcome.status,
      },
    },
  )
}

async function goOn(work: Work, locked: LockedStep, outcome: StepOutcome): Promise<void> {
  const { step, steps, reset } = locked
  if (outcome.result === 'uncertain') {
    return work.enqueue('reset.read_back', { stepId: step.id }, { key: step.id, priority: 10 })
  }
  if (outcome.code === 'graph_default_method') return putLast(work, locked)
  if (outcome.result !== 'done') return

  await askLook(work, reset.personId)
  const isOver = nextStep(steps.filter(({ id }) => id !== step.id)) === null
  if (isOver) await endReset(work, locked)
}

/** Microsoft says that this is the default registration: the other removals go first. */
async function putLast({ tx }: Work, { step, steps }: LockedStep): Promise<void> {
  const reordered = postpone(steps, step.id)
  if (!reordered) return
  // Twice, because no two steps may share a place even for a moment.
  for (const sign of [-1, 1]) {
    for (const { id, position } of reordered) {
      await tx
        .update(resetSteps)
        .set({ position: sign * position })
        .where(eq(resetSteps.id, id))
    }
  }
}

/** What Microsoft shows now is read by the worker, so that the person's swap moves on with it. */
async function askLook({ tx, now, enqueue }: Work, personId: string): Promise<void> {
  await tx
    .insert(looks)
    .values({ personId, askedAt: now })
    .onConflictDoUpdate({ target: looks.personId, set: { askedAt: now } })
  await enqueue('methods.look', { personId }, { key: personId, priority: 10 })
}

async function endReset(work: Work, { steps, reset, oid }: LockedStep): Promise<void> {
  await work.tx.update(resets).set({ endedAt: work.now, endedWhy: 'done' }).where(eq(resets.id, reset.id))
  work.record('reset.ended', { kind: 'reset', id: reset.id, oid }, { detail: { steps: steps.length } })
  await queueMessage(work, {
    kind: 'security_notice',
    personId: reset.personId,
    params: { what: 'methods_reset', id: reset.id },
  })
  await settleSwap(work, reset.personId)
}
