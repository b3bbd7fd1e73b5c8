import { z } from 'zod'
import { newId } from '@/db/id'
import { primaryMoves } from '@/db/schema/devices'
import { findOpenMove, lockOwnDevice } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { startMoveRefusal } from '@/lib/domain/primary-move'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ fromId: z.uuid('choose_one'), toId: z.uuid('choose_one') })

/** The person wants another device to hold the backup. Nothing changes before they turned it off on the first. */
export async function startPrimaryMove(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { fromId, toId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const { device: from, all } = await lockOwnDevice(work, actor.personId, fromId)
    permit('primary.move', from)
    const to = all.find(({ id }) => id === toId)
    if (!to) throw new AppError('not_found', 'not_found')
    const isMoving = (await findOpenMove(work, actor.personId)) !== null
    const refusal = startMoveRefusal(from, to, { isMoving })
    if (refusal) throw new AppError('refused', refusal)

    const id = newId()
    const state = 'turning_off'
    await tx
      .insert(primaryMoves)
      .values({ id, personId: actor.personId, fromId, toId, state, stateSince: now, startedAt: now })
    record(
      'primary.move_started',
      { kind: 'primary_move', id, oid: actor.entraId },
      { detail: { from: fromId, to: toId } },
    )
  })
}
