import type { Evidence, TrackedMethod } from './evidence'
import type { LevelState } from './gate'
import { missing, reached, weaker } from './level'
import { type AnsweredBy, answeredBy, usedBy } from './old-phone'
import { anotherCould, isProofOf, whyNoProof } from './proof'

export type Alone = {
  state: LevelState
  /** The registration that stands for the new phone. */
  methodId: string | null
}

/**
 * Whether the new phone has let the person in since the old one went. Decision 0030: nothing counts that the old
 * phone may have answered by a registration that was made on it by mistake.
 */
export function findAlone(evidence: Evidence, candidates: readonly TrackedMethod[], removedAt: Date): Alone {
  const level = 'alone'
  const proofs = [
    ...listUsed(evidence, candidates, removedAt),
    ...listProofs(evidence, candidates, removedAt),
  ]
  const [first] = proofs
  if (!first) {
    const signIns = evidence.signIns.filter(({ at }) => at > removedAt)
    const reason = signIns.some(({ isFresh }) => isFresh)
      ? whyNoProof({ ...evidence, signIns }, candidates)
      : 'no_sign_in_since_removal'
    return { state: missing(level, 'proved', reason), methodId: null }
  }
  const sure = proofs.find(({ by, isNamed }) => by === 'not_old' && isNamed)
  if (sure) return { state: reached(level, 'proved', sure.at), methodId: sure.method.id }
  const other = proofs.find(({ by }) => by === 'not_old')
  if (other) return { state: weaker(level, other.at, 'another_device_could_have'), methodId: other.method.id }
  const word = proofs.find(({ by }) => by === 'new_by_word')
  if (word) return { state: weaker(level, word.at, 'old_phone_may_be_on'), methodId: word.method.id }
  // The only registration there is may be one that was made on the old phone by mistake.
  return { state: missing(level, 'proved', 'old_phone_not_off'), methodId: first.method.id }
}

/** What shows that the new phone works without the old one. */
type Proof = {
  method: TrackedMethod
  at: Date
  by: AnsweredBy
  /** Whether nothing but that registration can be meant. */
  isNamed: boolean
}

/** Uses that Microsoft names, since the removal. */
function listUsed(evidence: Evidence, candidates: readonly TrackedMethod[], removedAt: Date): Proof[] {
  return candidates.flatMap((method) => {
    const { lastUsedAt: at } = method
    if (!at || at <= removedAt) return []
    return [{ method, at, by: usedBy(evidence, method, at), isNamed: true }]
  })
}

/** Fresh sign-ins that fit, since the removal. */
function listProofs(evidence: Evidence, candidates: readonly TrackedMethod[], removedAt: Date): Proof[] {
  const signIns = evidence.signIns.filter(({ at }) => at > removedAt)
  return candidates.flatMap((method) =>
    signIns
      .filter((signIn) => isProofOf(method, signIn, evidence))
      .map((signIn) => ({
        method,
        at: signIn.at,
        by: answeredBy(evidence, signIn),
        isNamed: !anotherCould(evidence, method, signIn),
      })),
  )
}
