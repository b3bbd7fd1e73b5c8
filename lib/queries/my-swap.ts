import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { looks, readings } from '@/db/schema/methods'
import { sessions } from '@/db/schema/sessions'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import type { Evidence, Owner, TrackedMethod } from '@/lib/domain/evidence'
import { type Gate, type LevelState, readGate } from '@/lib/domain/gate'
import { isOfAuthenticator } from '@/lib/domain/method'
import { type RemovalRefusal, removalRefusal } from '@/lib/domain/removal'
import { isSecondWay, secondWayUsedAt } from '@/lib/domain/second-way'
import { currentStep, isStepDone, type Said, type Step, steps } from '@/lib/domain/step'
import { readEvidence } from '@/lib/queries/evidence'
import { findOwnCase, type OwnCaseView } from '@/lib/queries/own-case'
import { readSettings } from '@/lib/queries/settings'

type Swap = typeof swaps.$inferSelect

/** One registration as its owner sees it. */
export type MethodView = {
  id: string
  kind: string
  name: string | null
  detail: string | null
  isDefault: boolean
  owner: Owner | null
  isGone: boolean
  firstSeenAt: string
  /** Whether it can be a phone that the person moves to. */
  isPhone: boolean
}

/** Everything the page of one's own move shows. Instants are ISO strings. */
export type MySwapView = {
  id: string
  state: string
  waveName: string
  window: { name: string; site: string; startsAt: string; endsAt: string; timeZone: string } | null
  said: Said
  step: Step
  doneSteps: Step[]
  levels: (Omit<LevelState, 'reachedAt'> & { reachedAt: string | null })[]
  isSafe: boolean
  /** Since when nothing goes on, because the person or the desk said that it was not them. */
  frozenAt: string | null
  baselineAt: string | null
  entries: MethodView[]
  /** What appeared since the baseline. */
  appeared: MethodView[]
  newMethodId: string | null
  remaining: (MethodView & { refusal: RemovalRefusal })[]
  secondWays: (MethodView & { isTested: boolean })[]
  /** When Microsoft was last read, and whether that is under way or failed. */
  look: { readAt: string | null; isUnderWay: boolean; failure: string | null; retryAt: string | null }
  /** Until when a sign-in counts as fresh enough to remove one's own registrations. */
  freshUntil: string | null
  deskAgreedAt: string | null
  oldPhoneOffAt: string | null
  othersCheckedAt: string | null
  case: OwnCaseView | null
  now: string
}

/** The actor's own open move, or null when none has been published for them. */
export async function findMySwap(actor: PersonActor): Promise<MySwapView | null> {
  const found = await findOwn(actor)
  if (!found) return null
  const { swap, wave, window } = found
  const now = readClock()
  const evidence = await readEvidence(db, swap, now)
  const gate = readGate(evidence)
  const said = await readSaid(swap)
  const { removeHere } = await readSettings()

  return {
    id: swap.id,
    state: swap.state,
    waveName: wave.name,
    window: window && windowView(window),
    said,
    step: currentStep(said, gate, evidence),
    doneSteps: steps.filter((step) => isStepDone(step, said, gate, evidence)),
    levels: gate.levels.map((level) => ({ ...level, reachedAt: iso(level.reachedAt) })),
    isSafe: gate.isSafe,
    frozenAt: iso(swap.frozenAt),
    baselineAt: iso(evidence.baselineAt),
    ...methodViews(evidence, gate, removeHere),
    newMethodId: gate.newMethodId,
    look: await findLook(actor.personId),
    freshUntil: await findFreshUntil(actor, now),
    deskAgreedAt: iso(evidence.deskAgreedAt),
    oldPhoneOffAt: iso(evidence.oldPhoneOffAt),
    othersCheckedAt: iso(evidence.othersCheckedAt),
    case: await findOwnCase(actor),
    now: now.toISOString(),
  }
}

async function findOwn({ personId }: PersonActor) {
  const [row] = await db
    .select({ swap: swaps, wave: waves, window: windows })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  return row ?? null
}

function windowView({ name, site, startsAt, endsAt, timeZone }: typeof windows.$inferSelect) {
  return { name, site, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone }
}

async function readSaid(swap: Swap): Promise<Said> {
  const { oldPlatform, newPlatform, number, hasOldPhone, backupModel } = swap
  const done = await db
    .select({ detail: swapEvidence.detail })
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swap.id), eq(swapEvidence.kind, 'step_done')))
  return {
    oldPlatform,
    newPlatform,
    number,
    hasOldPhone,
    backupModel,
    doneSteps: done.map(({ detail }) => String(detail.step)),
  }
}

function methodViews(evidence: Evidence, gate: Gate, isAllowedHere: boolean) {
  const { methods, owners } = evidence
  const view = (method: TrackedMethod) => methodView(method, owners.get(method.id) ?? null)
  const entries = methods.filter(({ id }) => owners.has(id))
  const isLater = ({ id, goneAt }: TrackedMethod) => !owners.has(id) && goneAt === null
  return {
    entries: entries.map(view),
    appeared: methods.filter((method) => isLater(method) && isOfAuthenticator(method)).map(view),
    remaining: entries
      .filter(({ id }) => gate.remainingIds.includes(id))
      .map((method) => ({
        ...view(method),
        refusal: removalRefusal({ ...method, owner: 'old_phone' }, { gate, isAllowedHere }),
      })),
    secondWays: methods
      .filter((method) => isSecondWay(method, evidence))
      .map((method) => ({ ...view(method), isTested: secondWayUsedAt(method, evidence) !== null })),
  }
}

/** A registration as its owner sees it. */
export function methodView(method: TrackedMethod, owner: Owner | null): MethodView {
  const { id, kind, displayName, deviceTag, appVersion, isDefault, goneAt, firstSeenAt } = method
  return {
    id,
    kind,
    name: displayName ?? deviceTag,
    detail: appVersion,
    isDefault,
    owner,
    isGone: goneAt !== null,
    firstSeenAt: firstSeenAt.toISOString(),
    isPhone: isOfAuthenticator(method),
  }
}

async function findLook(personId: string): Promise<MySwapView['look']> {
  const [look] = await db.select().from(looks).where(eq(looks.personId, personId))
  const [last] = await db
    .select({ at: readings.at })
    .from(readings)
    .where(eq(readings.personId, personId))
    .orderBy(desc(readings.at))
    .limit(1)
  const ended = look?.failure ? null : (look?.endedAt ?? null)
  return {
    readAt: iso(latest(ended, last?.at ?? null)),
    isUnderWay: look !== undefined && (look.endedAt === null || look.endedAt < look.askedAt),
    failure: look?.failure ?? null,
    retryAt: iso(look?.retryAt ?? null),
  }
}

function latest(a: Date | null, b: Date | null): Date | null {
  if (!a || !b) return a ?? b
  return a > b ? a : b
}

/** Ten minutes after the sign-in that brought the Self token, while that token lasts. */
async function findFreshUntil({ sessionId }: PersonActor, now: Date): Promise<string | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, sessionId))
  if (!row?.selfToken || !row.selfTokenExpiresAt) return null
  const until = new Date(Math.min(row.authenticatedAt.getTime() + 600_000, row.selfTokenExpiresAt.getTime()))
  return until > now ? until.toISOString() : null
}

function iso(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}
