import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import type { Actor } from '@/lib/domain/actor'
import { assertPlannable } from '@/lib/domain/wave'
import { parse } from '@/lib/parse'
import { isAnyOf } from '@/lib/queries/any-of'
import { transact } from '@/lib/transact'
import { freeSeatsOf, lockWindow, takeSeats } from '../window/take-seats'
import { lockWave } from './lock-wave'
import { lockMembers, settleMembers } from './settle-members'

const Input = z.object({
  waveId: z.uuid(),
  windowId: z.uuid('field_required'),
  /** Absent: everybody in the wave who has none. */
  swapIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).optional(),
  ),
})

/** A planner gives members of a wave a seat in a window, or moves them there from another: all of them or nobody. */
export async function giveSeats(actor: Actor, input: z.input<typeof Input>): Promise<{ count: number }> {
  const { waveId, windowId, swapIds } = parse(Input, input)
  return transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)
    const members = await lockMembers(work, waveId)
    const moving = members.filter((member) =>
      swapIds ? swapIds.includes(member.swapId) && member.windowId !== windowId : member.windowId === null,
    )
    if (moving.length === 0) {
      work.unchanged()
      return { count: 0 }
    }
    const window = await lockWindow(work, waveId, windowId)
    await takeSeats(work, window, moving.length)
    await freeSeatsOf(work, moving)
    const ids = moving.map(({ swapId }) => swapId)
    await work.tx
      .update(swaps)
      .set({ windowId, slotSequence: sql`${swaps.slotSequence} + 1`, slotChangedAt: work.now })
      .where(isAnyOf(swaps.id, ids, 'uuid'))
    for (const member of moving) {
      work.record(
        'swap.seated',
        { kind: 'swap', id: member.swapId, oid: member.entraId },
        { detail: { wave: waveId, from: member.windowId, to: windowId } },
      )
    }
    if (wave.state === 'running') {
      await settleMembers(
        work,
        moving.map((member) => ({ ...member, windowId })),
      )
    }
    return { count: moving.length }
  })
}
