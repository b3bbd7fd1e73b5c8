import type { Owner } from './evidence'
import type { Gate } from './gate'
import { isReached } from './swap'

/** The kinds a person may remove from here with their own right; others go at Microsoft's own page. */
export const ownRemovableKinds = ['microsoftAuthenticator', 'fido2'] as const
export type OwnRemovableKind = (typeof ownRemovableKinds)[number]

export type RemovalRefusal =
  | 'removal_gone'
  | 'removal_not_old'
  | 'removal_before_proof'
  | 'removal_elsewhere'
  | null

export type RemovalContext = {
  gate: Gate
  /** Whether an Owner allows removal from here at all. */
  isAllowedHere: boolean
}

type Entry = { id: string; kind: string; owner: Owner; goneAt: Date | null }

/** Why an old registration cannot be removed from here now, or null when it can. */
export function removalRefusal(entry: Entry, { gate, isAllowedHere }: RemovalContext): RemovalRefusal {
  if (entry.goneAt) return 'removal_gone'
  if (entry.owner !== 'old_phone') return 'removal_not_old'
  if (!isReached(gate, 'proved')) return 'removal_before_proof'
  if (!isAllowedHere || !isOwnRemovable(entry.kind)) return 'removal_elsewhere'
  return null
}

/** Whether a registration is of a kind that its owner may remove from here. */
export function isOwnRemovable(kind: string): kind is OwnRemovableKind {
  return ownRemovableKinds.some((one) => one === kind)
}
