import type { Evidence, Owner, TrackedMethod } from '@/lib/domain/evidence'
import type { Gate } from '@/lib/domain/gate'
import { belongsInBaseline, isMfaCapable, isOfAuthenticator } from '@/lib/domain/method'
import { removalRefusal } from '@/lib/domain/removal'
import { isSecondWay, secondWayUsedAt } from '@/lib/domain/second-way'
import { rankOfWay } from '@/lib/domain/second-way-offer'
import type { MethodView } from '@/lib/queries/my-swap'

/** The registrations of a move, by what each is to its owner at this moment. */
export function methodViews(evidence: Evidence, gate: Gate, isAllowedHere: boolean) {
  const { methods, owners, later } = evidence
  const view = (method: TrackedMethod) => methodView(method, owners.get(method.id) ?? null)
  const entries = methods.filter(({ id }) => owners.has(id))
  const live = methods.filter(({ id, goneAt }) => !owners.has(id) && goneAt === null)
  const isElsewhere = ({ id }: TrackedMethod) => (later?.get(id) ?? 'new_phone') !== 'new_phone'
  const wrong = methods.find(({ id }) => id === gate.wrongMethodId)
  const ways = methods
    .filter((method) => isSecondWay(method, evidence))
    .map((method) => ({ ...view(method), isTested: secondWayUsedAt(method, evidence) !== null }))
  const isUnplaced = (method: TrackedMethod) =>
    isMfaCapable(method) && !isOfAuthenticator(method) && !later?.has(method.id)
  return {
    entries: entries.map(view),
    appeared: live.filter((method) => isOfAuthenticator(method) && !isElsewhere(method)).map(view),
    unplaced: live
      .filter((method) => isUnplaced(method) && !ways.some(({ id }) => id === method.id))
      .map(view),
    // A pass or an e-mail code is no device of theirs.
    wrongDevice:
      wrong && belongsInBaseline(wrong)
        ? methodView(wrong, owners.get(wrong.id) ?? later?.get(wrong.id) ?? null)
        : null,
    remaining: methods
      .filter(({ id }) => gate.remainingIds.includes(id))
      .map((method) => {
        const owner = owners.get(method.id) ?? 'unknown'
        // What came to the old phone during the move was in nobody's baseline: it goes at Microsoft's own page.
        const refusal = owners.has(method.id)
          ? removalRefusal({ ...method, owner }, { gate, isAllowedHere })
          : ('removal_elsewhere' as const)
        return { ...view(method), refusal }
      }),
    secondWays: ways.toSorted((a, b) => rankOfWay(a) - rankOfWay(b)),
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
