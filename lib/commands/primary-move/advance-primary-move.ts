import { z } from 'zod'
import type { PersonActor } from '@/lib/domain/actor'
import { nextMoveState } from '@/lib/domain/primary-move'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockOpenMove, writeMove } from './lock-open-move'

/** The step that is done. The last one is done by saying how the new backup stands: `confirmPrimaryMove`. */
const Input = z.object({ step: z.enum(['turning_off', 'waiting']) })

/** The person turned the backup off on the one device, or has waited for the app to say so. */
export async function advancePrimaryMove(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { step } = parse(Input, input)
  await transact(actor, async (work) => {
    const move = await lockOpenMove(work, actor.personId)
    work.permit('primary.move', move.from)
    const state = nextMoveState(move.state, step)
    await writeMove(work, move, state)
    work.record(
      'primary.move_advanced',
      { kind: 'primary_move', id: move.id, oid: actor.entraId },
      { detail: { from: move.state, to: state } },
    )
  })
}
