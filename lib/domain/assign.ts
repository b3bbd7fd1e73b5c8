import type { Evidence, Owner } from './evidence'
import { isOfAuthenticator } from './method'

/** Why registrations cannot be assigned like this, or null when they can. */
export function assignRefusal(
  owners: ReadonlyMap<string, Owner>,
  evidence: Pick<Evidence, 'baselineAt' | 'owners' | 'methods'>,
) {
  if (!evidence.baselineAt) return 'baseline_not_read'
  if ([...owners.keys()].some((id) => !evidence.owners.has(id))) return 'assign_not_in_baseline'
  const named = [...owners].filter(([, owner]) => owner === 'new_phone').map(([id]) => id)
  const fits = (id: string) =>
    evidence.methods.some((method) => method.id === id && isOfAuthenticator(method))
  if (!named.every(fits)) return 'assign_no_phone'
  const hasGone = evidence.methods.some(
    ({ id, goneAt }) =>
      goneAt !== null &&
      evidence.owners.get(id) === 'old_phone' &&
      owners.has(id) &&
      owners.get(id) !== 'old_phone',
  )
  return hasGone ? 'assign_after_removal' : null
}

/** Why it cannot be said whose a registration is that appeared during the move, or null when it can. */
export function nameLaterRefusal(
  methodId: string,
  { baselineAt, owners, methods }: Pick<Evidence, 'baselineAt' | 'owners' | 'methods'>,
) {
  if (!baselineAt) return 'baseline_not_read'
  const method = methods.find(({ id }) => id === methodId)
  if (!method || method.goneAt) return 'later_gone'
  return owners.has(methodId) ? 'later_in_baseline' : null
}
