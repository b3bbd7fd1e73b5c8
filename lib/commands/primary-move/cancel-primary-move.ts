import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'
import { lockOpenMove, writeMove } from './lock-open-move'

/** The person leaves the backup where it was: the first device holds it again, if it is in use. */
export async function cancelPrimaryMove(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    const move = await lockOpenMove(work, actor.personId)
    work.permit('primary.move', move.from)
    await writeMove(work, move, 'cancelled')
    work.record(
      'primary.move_cancelled',
      { kind: 'primary_move', id: move.id, oid: actor.entraId },
      { detail: { at: move.state } },
    )
  })
}
