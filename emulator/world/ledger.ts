import { isoAt, realNow } from './clock'
import type { World } from './world'
import { appendTo } from './world'

/** One effective change: something is now different from before. Reads and refusals are not in here. */
export type LedgerEntry = {
  number: number
  at: string
  action: string
  /** Who did it: a person's id, null for an app alone or for the demo's own pages. */
  actorId: string | null
  appId: string | null
  targetId: string | null
  requestId: string | null
  clientRequestId: string | null
  detail: Record<string, unknown>
}

/** Adds an effective change to the ledger. Never pass a secret in `detail`. */
export function writeLedger(
  world: World,
  entry: { action: string } & Partial<Omit<LedgerEntry, 'number' | 'at'>>,
): LedgerEntry {
  const written: LedgerEntry = {
    number: world.ledger.length + 1,
    at: isoAt(realNow()),
    actorId: null,
    appId: null,
    targetId: null,
    requestId: null,
    clientRequestId: null,
    detail: {},
    ...entry,
  }
  appendTo(world, 'ledger', written)
  return written
}
