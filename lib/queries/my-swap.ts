import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { devices } from '@/db/schema/devices'
import { sessions } from '@/db/schema/sessions'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { changeAnswersRefusal } from '@/lib/domain/answers'
import type { Owner } from '@/lib/domain/evidence'
import { type LevelState, readGate } from '@/lib/domain/gate'
import type { OldPhoneStanding } from '@/lib/domain/old-phone'
import type { RemovalRefusal } from '@/lib/domain/removal'
import { listSetUps, type SetUp } from '@/lib/domain/second-way-offer'
import { currentStep, isStepDone, type Said, type Step, steps, stepsFor } from '@/lib/domain/step'
import { readEvidence } from '@/lib/queries/evidence'
import { findNote, type NoteView } from '@/lib/queries/guides'
import { methodViews } from '@/lib/queries/method-views'
import { findOwnCase, type OwnCaseView } from '@/lib/queries/own-case'
import { findOwnLook, type OwnLook } from '@/lib/queries/own-look'
import { readSaid } from '@/lib/queries/said'
import { readSettings } from '@/lib/queries/settings'
import { findAllowedMethods } from '@/lib/queries/tenant'
import { findMade } from './return-facts'

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

/** How many accounts of each kind besides the work account. */
export type OthersCount = { guests: number; work: number; personal: number; codes: number }

/** Everything the page of one's own move shows. Instants are ISO strings. */
export type MySwapView = {
  id: string
  state: string
  waveName: string
  window: { name: string; site: string; startsAt: string; endsAt: string; timeZone: string } | null
  said: Said
  /** Why the answers in `said` cannot be changed now; null when they can. */
  answersRefusal: ReturnType<typeof changeAnswersRefusal>
  step: Step
  /** The steps of this move, in order. */
  steps: Step[]
  doneSteps: Step[]
  /** What the organisation adds to the current step. */
  note: NoteView | null
  /** The other accounts on the old phone, as counted; null before that. */
  counted: OthersCount | null
  levels: (Omit<LevelState, 'reachedAt'> & { reachedAt: string | null })[]
  isSafe: boolean
  /** Since when nothing goes on, because the person or the desk said that it was not them. */
  frozenAt: string | null
  baselineAt: string | null
  entries: MethodView[]
  /** What appeared since the baseline and may be the new phone. */
  appeared: MethodView[]
  /** What appeared since the baseline and may be a second way in, where the person has not said whose it is. */
  unplaced: MethodView[]
  /** The device that Microsoft names as having answered in place of the new phone. */
  wrongDevice: MethodView | null
  newMethodId: string | null
  remaining: (MethodView & { refusal: RemovalRefusal })[]
  /** The easiest first. */
  secondWays: (MethodView & { isTested: boolean })[]
  /** What the tenant lets somebody set up as a second way in, the easiest first. */
  setUps: SetUp[]
  /** When Microsoft was last read, and whether that is under way, takes long or failed. */
  look: OwnLook
  /** Until when a sign-in counts as fresh enough to remove one's own registrations. */
  freshUntil: string | null
  deskAgreedAt: string | null
  /** Whether the old phone could answer the next sign-in, and when it was last said to be off. */
  oldPhone: { standing: OldPhoneStanding; offAt: string | null }
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
  const step = currentStep(said, gate, evidence)
  const { removeHere } = await readSettings()
  const allowed = (await findAllowedMethods(actor))?.allowed ?? null

  return {
    id: swap.id,
    state: swap.state,
    waveName: wave.name,
    window: window && windowView(window),
    said,
    answersRefusal: changeAnswersRefusal({ ...said, isReturnMade: (await findMade(db, swap.id)) !== null }),
    step,
    steps: stepsFor(said),
    note: await findNote(step),
    counted: await findCounted(swap.id),
    setUps: listSetUps({ allowed, keepsDevice: await keepsDevice(actor.personId) }),
    doneSteps: steps.filter((step) => isStepDone(step, said, gate, evidence)),
    levels: gate.levels.map((level) => ({ ...level, reachedAt: iso(level.reachedAt) })),
    isSafe: gate.isSafe,
    frozenAt: iso(swap.frozenAt),
    baselineAt: iso(evidence.baselineAt),
    ...methodViews(evidence, gate, removeHere),
    newMethodId: gate.newMethodId,
    look: await findOwnLook(actor, now),
    freshUntil: await findFreshUntil(actor, now),
    deskAgreedAt: iso(evidence.deskAgreedAt),
    oldPhone: {
      standing: gate.oldPhone ?? 'asked',
      offAt: iso(evidence.oldPhoneOff.at(-1) ?? null),
    },
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

/** What the old phone's list holds besides the work account, as last counted; null before that. */
async function findCounted(swapId: string): Promise<OthersCount | null> {
  const [row] = await db
    .select({ detail: swapEvidence.detail })
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swapId), eq(swapEvidence.kind, 'others_counted')))
    .orderBy(desc(swapEvidence.at))
    .limit(1)
  if (!row) return null
  const { guests, work, personal, codes } = row.detail
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  return { guests: number(guests), work: number(work), personal: number(personal), codes: number(codes) }
}

/** Whether the person has a phone or tablet besides the two of the move. */
async function keepsDevice(personId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.personId, personId), isNull(devices.part), eq(devices.state, 'active')))
    .limit(1)
  return row !== undefined
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
