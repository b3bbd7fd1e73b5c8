import type { Owner } from './evidence'
import type { Gate } from './gate'
import { isReached } from './swap'

/** The kinds a person may remove from here with their own right; others go at Microsoft's own page. */
export const ownRemovableKinds = ['microsoftAuthenticator', 'fido2'] as const
export type OwnRemovableKind = (typeof ownRemovableKinds)[number]

export type RemovalContext = {
  gate: Gate
  /** Whether an Owner allows removal from here at all. */
  isAllowedHere: boolean
}

type Entry = { id: string; kind: string; owner: Owner; goneAt: Date | null }

/** Why an old registration cannot be removed from here now, or null when it can. */
export function removalRefusal(entry: Entry, { gate, isAllowedHere }: RemovalContext) {
  if (entry.goneAt) return 'removal_gone'
  if (entry.owner !== 'old_phone') return 'removal_not_old'
  if (!isReached(gate, 'proved')) return 'removal_before_proof'
  if (!isAllowedHere || !ownRemovableKinds.some((kind) => kind === entry.kind)) return 'removal_elsewhere'
  return null
}
