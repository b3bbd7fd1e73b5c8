import type { z } from 'zod'
import { ClaimInput, insertAttestation, readClaim } from '@/lib/commands/backup/claim-input'
import { closeCheck } from '@/lib/commands/backup/close-check'
import type { PersonActor } from '@/lib/domain/actor'
import { nextMoveState } from '@/lib/domain/primary-move'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockOpenMove, writeMove } from './lock-open-move'

const Input = ClaimInput.omit({ account: true })

/** The person turned the backup on on the other device, and says how it stands: from now on that one holds it. Returns its id. */
export async function confirmPrimaryMove(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const said = parse(Input, input)
  return transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const move = await lockOpenMove(work, actor.personId)
    const { from, to: device, all } = move
    permit('primary.move', from)
    const state = nextMoveState(move.state, 'turning_on')
    const claimed = await readClaim(tx, { ...said, account: from.backupAccount }, { device, all, now })

    await insertAttestation(tx, { device, claimed, now })
    await writeMove(work, move, state)
    const { model, backedUpOn } = claimed.claim
    record(
      'primary.move_confirmed',
      { kind: 'primary_move', id: move.id, oid: actor.entraId },
      { detail: { to: device.id, model, backedUpOn, switches: claimed.switches.join(' ') } },
    )
    await closeCheck(work, actor.personId, 'attested')
    return device.id
  })
}
