import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { Actor } from '@/lib/domain/actor'
import { arrivedStates, assertCancellable, assertEndable } from '@/lib/domain/wave'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { closeMembers } from './close-members'
import { lockWave } from './lock-wave'

const Input = z.object({ waveId: z.uuid() })

/** A planner ends a running wave: whoever has arrived is closed as done. Refused while anybody is still under way. */
export async function endWave(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { waveId } = parse(Input, input)
  await transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.end', wave)
    const open = await lockOpen(work, waveId)
    const underWay = open.filter(({ swap }) => !arrivedStates.some((state) => state === swap.state))
    assertEndable(wave, { underWayCount: underWay.length })
    await closeMembers(work, open, { reason: 'done' })
    await finish(work, waveId, 'completed')
    work.record('wave.ended', { kind: 'wave', id: waveId }, { detail: { people: open.length } })
  })
}

/** A planner drops a draft: nobody has heard of it yet, and its people are free for another wave. */
export async function cancelWave(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { waveId } = parse(Input, input)
  await transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.end', wave)
    assertCancellable(wave)
    const open = await lockOpen(work, waveId)
    await closeMembers(work, open, { reason: 'cancelled' })
    await finish(work, waveId, 'cancelled')
    work.record('wave.cancelled', { kind: 'wave', id: waveId }, { detail: { people: open.length } })
  })
}

async function lockOpen({ tx }: Work, waveId: string) {
  return tx
    .select({ swap: swaps, entraId: people.entraId })
    .from(swaps)
    .innerJoin(people, eq(people.id, swaps.personId))
    .where(and(eq(swaps.waveId, waveId), isNull(swaps.closedAt)))
    .for('update', { of: swaps })
}

async function finish({ tx, now }: Work, waveId: string, state: 'completed' | 'cancelled'): Promise<void> {
  await tx.update(waves).set({ state, endedAt: now }).where(eq(waves.id, waveId))
}
