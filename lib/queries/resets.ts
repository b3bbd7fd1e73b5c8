import { and, asc, desc, eq, isNull, lte } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { clearances, resetSteps, resets } from '@/db/schema/resets'
import { readClock } from '@/lib/clock'
import type { JobActor, PersonActor } from '@/lib/domain/actor'
import { nextStep, type StepState, stepRefusal, stepStates, stopRefusal } from '@/lib/domain/reset-step'
import { lockedRefusal } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { deskRefusal } from './desk-refusal'
import { requireDeskStaff } from './desk-staff'
import { findSealedToken } from './session'

/** One step of a reset as it stands. */
export type StepView = {
  id: string
  position: number
  kind: 'remove_method' | 'revoke_sessions'
  method: { kind: string; name: string | null } | null
  state: StepState
  /** Why it is not done, or why the account could not be touched the last time. */
  failure: MessageCode | null
  retryAt: string | null
  startedAt: string | null
  endedAt: string | null
  graphRequestId: string | null
  clientRequestId: string | null
}

/** A reset with its steps in order. */
export type ResetView = {
  id: string
  caseId: string
  requestedBy: string
  requestedAt: string
  endedAt: string | null
  endedWhy: 'done' | 'stopped' | null
  steps: StepView[]
  /** The step whose turn it is; null when all are done. */
  next: { id: string; refusal: MessageCode | null } | null
  /** The agent's right at Microsoft is missing or ran out: they sign in to the desk's app. */
  needsSignIn: boolean
  stopRefusal: MessageCode | null
}

/** The latest reset of a case, null when there was none. @throws {AppError} not_found — not for this actor */
export async function findReset(actor: PersonActor, caseId: string): Promise<ResetView | null> {
  requireDeskStaff(actor)
  const [row] = await selectResets(eq(resets.caseId, caseId))
  return row ? viewOf(actor, row) : null
}

/** @throws {AppError} not_found — absent, or not for this actor */
export async function getReset(actor: PersonActor, resetId: string): Promise<ResetView> {
  requireDeskStaff(actor)
  const [row] = await selectResets(eq(resets.id, parseId(resetId)))
  if (!row) throw new AppError('not_found', 'not_found')
  return viewOf(actor, row)
}

function selectResets(where: ReturnType<typeof eq>) {
  return db
    .select({ reset: resets, requestedBy: people.displayName, verification: verifications })
    .from(resets)
    .innerJoin(cases, eq(cases.id, resets.caseId))
    .innerJoin(people, eq(people.id, resets.requestedById))
    .leftJoin(verifications, and(eq(verifications.caseId, cases.id), isNull(verifications.endedAt)))
    .where(where)
    .orderBy(desc(resets.requestedAt))
    .limit(1)
}

type Row = Awaited<ReturnType<typeof selectResets>>[number]

async function viewOf(actor: PersonActor, { reset, requestedBy, verification }: Row): Promise<ResetView> {
  const now = readClock()
  const steps = await db
    .select()
    .from(resetSteps)
    .where(eq(resetSteps.resetId, reset.id))
    .orderBy(asc(resetSteps.position))
  const isEnded = reset.endedAt !== null
  const next = isEnded ? null : nextStep(steps)
  const may = (permission: 'reset.run' | 'reset.stop') => deskRefusal(actor, now, permission, reset)
  const context = { steps, isEnded, locked: lockedRefusal(verification, now), now }
  return {
    id: reset.id,
    caseId: reset.caseId,
    requestedBy,
    requestedAt: reset.requestedAt.toISOString(),
    endedAt: reset.endedAt?.toISOString() ?? null,
    endedWhy: reset.endedWhy === 'done' || reset.endedWhy === 'stopped' ? reset.endedWhy : null,
    steps: await Promise.all(steps.map((step) => stepView(step))),
    next: next && { id: next.id, refusal: may('reset.run') ?? stepRefusal(next, context) },
    needsSignIn: !isEnded && (await findSealedToken(actor, 'desk')) === null,
    stopRefusal: may('reset.stop') ?? stopRefusal(steps, { isEnded }),
  }
}

type StepRow = typeof resetSteps.$inferSelect

async function stepView(step: StepRow): Promise<StepView> {
  return {
    id: step.id,
    position: step.position,
    kind: step.kind === 'revoke_sessions' ? 'revoke_sessions' : 'remove_method',
    method: step.methodKind ? { kind: step.methodKind, name: step.methodName } : null,
    state: stepStates.find((state) => state === step.state) ?? 'uncertain',
    // Written by our own commands alone, from the codes of errors.
    failure: (step.failure ?? (await findBarrier(step))) as MessageCode | null,
    retryAt: step.retryAt?.toISOString() ?? null,
    startedAt: step.startedAt?.toISOString() ?? null,
    endedAt: step.endedAt?.toISOString() ?? null,
    graphRequestId: step.graphRequestId,
    clientRequestId: step.clientRequestId,
  }
}

/** Why the account could not be touched when this step was last tried, if it could not. */
async function findBarrier({ id, state }: StepRow): Promise<string | null> {
  if (state !== 'ready') return null
  const [clearance] = await db
    .select({ refusal: clearances.refusal, failure: clearances.failure })
    .from(clearances)
    .where(eq(clearances.stepId, id))
    .orderBy(desc(clearances.askedAt))
    .limit(1)
  return clearance?.refusal ?? clearance?.failure ?? null
}

/** A step nobody knows about, and what is needed to find out. */
export type UncertainStep = {
  fence: number
  entraId: string
  /** Null for the step that revokes sessions. */
  entraMethodId: string | null
  startedAt: Date
}

/** The step, if it still is one that nobody knows about; else null. */
export async function findUncertainStep(_job: JobActor, stepId: string): Promise<UncertainStep | null> {
  const [row] = await db
    .select({ step: resetSteps, entraId: people.entraId })
    .from(resetSteps)
    .innerJoin(resets, eq(resets.id, resetSteps.resetId))
    .innerJoin(people, eq(people.id, resets.personId))
    .where(and(eq(resetSteps.id, stepId), eq(resetSteps.state, 'uncertain')))
  if (!row?.step.startedAt) return null
  const { fence, entraMethodId, startedAt } = row.step
  return { fence, entraId: row.entraId, entraMethodId, startedAt }
}

/** Steps whose time ran out, longest ago first, a hundred at most. */
export async function listLostSteps(_job: JobActor): Promise<string[]> {
  const rows = await db
    .select({ id: resetSteps.id })
    .from(resetSteps)
    .where(and(eq(resetSteps.state, 'running'), lte(resetSteps.leaseUntil, readClock())))
    .orderBy(asc(resetSteps.leaseUntil))
    .limit(100)
  return rows.map(({ id }) => id)
}
