import { type Alone, findAlone } from './alone'
import type { Evidence, TrackedMethod } from './evidence'
import { missing, reached, weaker } from './level'
import { isOfAuthenticator } from './method'
import { answeredBy, type OldPhoneStanding, standingOf } from './old-phone'
import { findWrongDevice, isProofOf, whyNoProof } from './proof'
import { isSecondWay, secondWayUsedAt } from './second-way'

export type Level = 'baseline' | 'prepared' | 'registered' | 'proved' | 'removed' | 'alone' | 'others'

export const levels: readonly Level[] = [
  'baseline',
  'prepared',
  'registered',
  'proved',
  'removed',
  'alone',
  'others',
]

/** Why a level is not reached, or what weakens one that is. */
export type GateReason =
  | 'baseline_unread'
  | 'owner_unknown'
  | 'second_way_missing'
  | 'second_way_untested'
  | 'second_way_unsure'
  | 'new_phone_not_seen'
  | 'new_phone_vanished'
  | 'named_by_person'
  | 'no_fresh_sign_in'
  | 'wrong_factor_text_message'
  | 'wrong_factor_phone_call'
  | 'wrong_factor_pass'
  | 'wrong_factor_windows_hello'
  | 'wrong_factor_passkey'
  | 'wrong_factor_other'
  | 'wrong_factor_another_device'
  | 'wrong_factor_perhaps_key'
  | 'old_phone_asked_about'
  | 'old_phone_may_be_on'
  | 'context_unguarded'
  | 'old_phone_remains'
  | 'nothing_to_remove'
  | 'no_sign_in_since_removal'
  | 'old_phone_not_off'
  | 'another_device_could_have'
  | 'others_not_checked'

export type LevelState = {
  level: Level
  reachedAt: Date | null
  known: 'attested' | 'seen' | 'proved' | 'declared' | 'weaker'
  /** Null when reached without reservation. */
  reason: GateReason | null
}

export type Gate = {
  levels: readonly LevelState[]
  /** Everything needed is there: the old phone may be wiped. */
  isSafe: boolean
  /** The registration that stands for the new phone, null until there is one. */
  newMethodId: string | null
  /** The registration that Microsoft names as having answered the last fresh sign-in in its place. */
  wrongMethodId?: string | null
  /** Whether the old phone could answer the next sign-in; absent: not asked here. */
  oldPhone?: OldPhoneStanding
  /** What of the old phone is still registered. */
  remainingIds: readonly string[]
}

/**
 * The wipe gate: what the evidence shows, level by level. Computed every time and kept nowhere, so that
 * nothing and nobody can set it. Safe is: alone, the other accounts looked through, and the move not frozen.
 */
export function readGate(evidence: Evidence): Gate {
  const baseline = readBaseline(evidence)
  const prepared = readPrepared(evidence)
  const { state: registered, candidates } = readRegistered(evidence)
  const proved = readProved(evidence, candidates)
  const { state: removed, remainingIds } = readRemoved(evidence, baseline)
  const alone = readAlone(evidence, candidates, { registered, removed })
  const others = readOthers(evidence)
  return {
    levels: [baseline, prepared, registered, proved, removed, alone.state, others],
    isSafe:
      evidence.frozenAt === null &&
      [baseline, removed, alone.state, others].every(({ reachedAt }) => reachedAt !== null) &&
      isReadSince(alone.state, evidence),
    newMethodId: alone.methodId ?? candidates[0]?.id ?? null,
    oldPhone: standingOf(evidence),
    wrongMethodId: findWrongDevice(evidence, candidates)?.id ?? null,
    remainingIds,
  }
}

/** Decided on what Microsoft shows after the last sign-in: an old registration may have come back meanwhile. */
function isReadSince({ reachedAt }: Pick<LevelState, 'reachedAt'>, { readAt }: Evidence): boolean {
  return readAt === undefined || (readAt !== null && reachedAt !== null && readAt >= reachedAt)
}

function readBaseline({ baselineAt, owners }: Evidence): LevelState {
  if (!baselineAt) return missing('baseline', 'attested', 'baseline_unread')
  const isUnknown = [...owners.values()].includes('unknown')
  if (isUnknown) return missing('baseline', 'attested', 'owner_unknown')
  return reached('baseline', 'attested', baselineAt)
}

function readPrepared(evidence: Evidence): LevelState {
  if (evidence.deskAgreedAt) return reached('prepared', 'attested', evidence.deskAgreedAt)
  const ways = evidence.methods.filter((method) => isSecondWay(method, evidence))
  if (ways.length === 0) return missing('prepared', 'proved', 'second_way_missing')
  const usedAt = ways.flatMap((way) => secondWayUsedAt(way, evidence) ?? []).at(0)
  if (!usedAt) return missing('prepared', 'proved', whyUntested(evidence))
  return reached('prepared', 'proved', usedAt)
}

/** Who tried and got in, but perhaps with something that goes, must not be left wondering. */
function whyUntested({ baselineAt, signIns }: Evidence): GateReason {
  const hasTried = signIns.some(({ at, isFresh }) => isFresh && baselineAt !== null && at > baselineAt)
  return hasTried ? 'second_way_unsure' : 'second_way_untested'
}

/** What may stand for the new phone: absent from the baseline and live; else what the person named in it. */
function readRegistered(evidence: Evidence) {
  const { baselineAt, owners, methods } = evidence
  const level = 'registered'
  const fitting = methods.filter(isOfAuthenticator)
  const fresh = fitting.filter(
    ({ id, firstSeenAt }) =>
      baselineAt && !owners.has(id) && firstSeenAt > baselineAt && !isNamedElse(id, evidence),
  )
  const live = fresh.filter(({ goneAt }) => goneAt === null)
  if (live[0]) return { state: reached(level, 'seen', live[0].firstSeenAt), candidates: live }

  const named = fitting.filter(({ id, goneAt }) => goneAt === null && owners.get(id) === 'new_phone')
  if (named[0] && baselineAt) {
    const state: LevelState = { level, reachedAt: baselineAt, known: 'declared', reason: 'named_by_person' }
    return { state, candidates: named }
  }
  const reason = fresh.length > 0 ? 'new_phone_vanished' : 'new_phone_not_seen'
  return { state: missing(level, 'seen', reason), candidates: [] }
}

/** Somebody registered the wrong phone, and says so: it stands for nothing. */
function isNamedElse(id: string, { later }: Evidence): boolean {
  const named = later?.get(id)
  return named !== undefined && named !== 'new_phone'
}

function readProved(evidence: Evidence, candidates: readonly TrackedMethod[]): LevelState {
  const level = 'proved'
  if (candidates.length === 0) return missing(level, 'proved', 'new_phone_not_seen')
  const proofs = evidence.signIns.filter((signIn) =>
    candidates.some((method) => isProofOf(method, signIn, evidence)),
  )
  const proof = proofs.find((signIn) => answeredBy(evidence, signIn) === 'not_old') ?? proofs[0]
  if (!proof) return missing(level, 'proved', whyNoProof(evidence, candidates))
  if (answeredBy(evidence, proof) !== 'not_old') {
    // Nobody shall remove the only phone that works while Microsoft may still say that it was this one.
    return isReadSince({ reachedAt: proof.at }, evidence)
      ? weaker(level, proof.at, 'old_phone_may_be_on')
      : missing(level, 'proved', 'old_phone_asked_about')
  }
  // Entra grants a context that no policy is bound to, whatever was used a while ago.
  if (evidence.isContextUnbound) return weaker(level, proof.at, 'context_unguarded')
  return reached(level, 'proved', proof.at)
}

/** Reached when every registration that the person gave to the old phone is gone from the live list. */
function readRemoved({ owners, methods, later }: Evidence, baseline: LevelState) {
  const old = methods.filter(
    ({ id }) => owners.get(id) === 'old_phone' || (!owners.has(id) && later?.get(id) === 'old_phone'),
  )
  const remainingIds = old.filter(({ goneAt }) => goneAt === null).map(({ id }) => id)
  if (!baseline.reachedAt) return { state: missing('removed', 'seen', 'old_phone_remains'), remainingIds }
  if (remainingIds.length > 0) return { state: missing('removed', 'seen', 'old_phone_remains'), remainingIds }
  const goneAt = old.flatMap((method) => method.goneAt ?? [])
  const at =
    goneAt.length > 0 ? new Date(Math.max(...goneAt.map((date) => date.getTime()))) : baseline.reachedAt
  const state: LevelState = {
    level: 'removed',
    reachedAt: at,
    known: 'seen',
    reason: goneAt.length > 0 ? null : 'nothing_to_remove',
  }
  return { state, remainingIds }
}

function readAlone(
  evidence: Evidence,
  candidates: readonly TrackedMethod[],
  { registered, removed }: { registered: LevelState; removed: LevelState },
): Alone {
  const level = 'alone'
  if (!registered.reachedAt) return { state: missing(level, 'proved', 'new_phone_not_seen'), methodId: null }
  if (!removed.reachedAt) return { state: missing(level, 'proved', 'old_phone_remains'), methodId: null }
  return findAlone(evidence, candidates, removed.reachedAt)
}

function readOthers({ othersCheckedAt }: Evidence): LevelState {
  if (!othersCheckedAt) return missing('others', 'attested', 'others_not_checked')
  return reached('others', 'attested', othersCheckedAt)
}
