import { swapEvidence } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { takeShown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import type { AuditDetail } from '@/lib/domain/audit-event'
import type { AuditType } from '@/lib/domain/audit-types'
import type { EvidenceKind } from '@/lib/domain/evidence'
import { transact } from '@/lib/transact'

export type Saying = {
  kind: EvidenceKind
  type: AuditType
  detail?: AuditDetail
  /** The form as it came, for what it says of the page it was on. */
  input?: unknown
}

/** What every attestation of an employee about their own swap comes to: a row of evidence and its event. */
export async function say(
  actor: PersonActor,
  { kind, type, detail = {}, input = {} }: Saying,
): Promise<void> {
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    await takeShown(work, { swap, oid: actor.entraId }, input)
    await work.tx.insert(swapEvidence).values({ swapId: swap.id, kind, at: work.now, detail })
    work.record(type, { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail })
    await settleSwap(work, actor.personId)
  })
}
