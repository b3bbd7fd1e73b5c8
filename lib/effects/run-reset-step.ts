import { setTimeout as delay } from 'node:timers/promises'
import { finishStep } from '@/lib/commands/reset/finish-step'
import { type StartedStep, startStep } from '@/lib/commands/reset/start-step'
import type { PersonActor } from '@/lib/domain/actor'
import { isRemovableKind } from '@/lib/domain/reset'
import type { StepOutcome } from '@/lib/domain/reset-step'
import type { Access } from '@/lib/graph/access'
import type { Receipt } from '@/lib/graph/failure'
import { listMethods, removeMethod, revokeSessions } from '@/lib/graph/methods'
import { obtainClearance } from './obtain-clearance'
import { outcomeOf } from './step-outcome'

type Asked = {
  stepId: string
  /** How long to wait for the worker's clearance. */
  waitMs?: number
  /** Pauses before each look whether Microsoft still shows what was removed. */
  pausesMs?: readonly number[]
}

/** Together with the read-back shorter than a step's lease. */
const CALL_WITHIN_MS = 45_000
const READ_BACK_WITHIN_MS = 20_000
const readBackPausesMs = [0, 500, 1_500, 3_000, 5_000]

/**
 * Intent, effect, outcome: two commits around one call, made with the agent's own right. If we die in between,
 * the step stays `running`; when its time is up it becomes `uncertain`, and is read back before anything is
 * repeated. Microsoft is asked whether the account may be touched immediately before.
 *
 * @throws {AppError} refused, unavailable, not_found — nothing was begun
 */
export async function runResetStep(actor: PersonActor, access: Access, asked: Asked): Promise<StepOutcome> {
  const { stepId, waitMs, pausesMs = readBackPausesMs } = asked
  const clearanceId = await obtainClearance(actor, { stepId, ...(waitMs === undefined ? {} : { waitMs }) })
  const step = await startStep(actor, { stepId, clearanceId })
  const outcome = await perform(access, step, pausesMs).catch(outcomeOf)
  await finishStep(actor, { stepId, fence: step.fence, outcome })
  return outcome
}

async function perform(access: Access, step: StartedStep, pausesMs: readonly number[]): Promise<StepOutcome> {
  const signal = AbortSignal.timeout(CALL_WITHIN_MS)
  const { entraId, entraMethodId, methodKind, clientRequestId } = step
  if (step.kind === 'revoke_sessions')
    return done(await revokeSessions(access, entraId, { clientRequestId, signal }))
  if (!entraMethodId || !isRemovableKind(methodKind)) throw new Error('a removal must name what it removes')

  const removal = { kind: methodKind, methodId: entraMethodId, clientRequestId, signal }
  const receipt = await removeMethod(access, entraId, removal)
  return readBack(access, step, { receipt, pausesMs })
}

/** Microsoft took it; whether it is so, the list says. */
async function readBack(
  access: Access,
  { entraId, entraMethodId }: StartedStep,
  { receipt, pausesMs }: { receipt: Receipt; pausesMs: readonly number[] },
): Promise<StepOutcome> {
  const signal = AbortSignal.timeout(READ_BACK_WITHIN_MS)
  for (const pauseMs of pausesMs) {
    await delay(pauseMs)
    const { methods } = await listMethods(access, entraId, signal).catch((error: unknown) => {
      // The call itself went well, so whatever keeps the list from us leaves the step uncertain.
      return { methods: null, error }
    })
    if (methods === null) break
    if (!methods.some(({ id }) => id === entraMethodId)) return done(receipt)
  }
  return { ...done(receipt), result: 'uncertain', code: 'step_still_there' }
}

function done({ requestId, status }: Receipt): StepOutcome {
  return { result: 'done', code: null, status, graphRequestId: requestId, retryAt: null }
}
