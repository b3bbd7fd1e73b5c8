import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { queueMessages } from '@/lib/commands/message/queue-message'
import type { Actor } from '@/lib/domain/actor'
import { assertPlannable } from '@/lib/domain/wave'
import { parse } from '@/lib/parse'
import { isAnyOf } from '@/lib/queries/any-of'
import { transact, type Work } from '@/lib/transact'
import { freeSeatsOf, lockWindow, takeSeats } from '../window/take-seats'
import { lockWave } from './lock-wave'
import { lockMembers, type Member, settleMembers } from './settle-members'

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
    const seated = await work.tx
      .update(swaps)
      .set({ windowId, slotSequence: sql`${swaps.slotSequence} + 1`, slotChangedAt: work.now })
      .where(isAnyOf(swaps.id, ids, 'uuid'))
      .returning({ swapId: swaps.id, sequence: swaps.slotSequence })
    for (const member of moving) {
      work.record(
        'swap.seated',
        { kind: 'swap', id: member.swapId, oid: member.entraId },
        { detail: { wave: waveId, from: member.windowId, to: windowId } },
      )
    }
    if (wave.state === 'running') {
      await tellMembers(work, { moving, windowId, seated })
      await settleMembers(
        work,
        moving.map((member) => ({ ...member, windowId })),
      )
    }
    return { count: moving.length }
  })
}

type Seated = { moving: readonly Member[]; windowId: string; seated: { swapId: string; sequence: number }[] }

/** Whoever is invited already hears of a seat they were given, or of one that was changed. */
async function tellMembers(work: Work, { moving, windowId, seated }: Seated): Promise<void> {
  const sequences = new Map(seated.map(({ swapId, sequence }) => [swapId, sequence]))
  await queueMessages(
    work,
    moving.map(({ swapId, personId, windowId: before }) => ({
      kind: before ? 'booking_moved' : 'booking_confirmed',
      personId,
      params: { swapId, windowId, sequence: sequences.get(swapId) ?? 0 },
    })),
  )
}
