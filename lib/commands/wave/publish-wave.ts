import { count, eq } from 'drizzle-orm'
import { z } from 'zod'
import { waves, windows } from '@/db/schema/waves'
import { announceMoves } from '@/lib/commands/message/announce-moves'
import type { Actor } from '@/lib/domain/actor'
import { assertPublishable } from '@/lib/domain/wave'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockWave } from './lock-wave'
import { askBaselines, lockMembers, settleMembers } from './settle-members'

const Input = z.object({ waveId: z.uuid() })

/**
 * A planner publishes a wave: its people are invited, and Microsoft is asked what each of them has now.
 * Of two who press at once, the second is refused `wave_not_draft`.
 */
export async function publishWave(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { waveId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const wave = await lockWave(work, waveId)
    permit('wave.publish', wave)
    const members = await lockMembers(work, waveId)
    const [found] = await tx.select({ windowCount: count() }).from(windows).where(eq(windows.waveId, waveId))
    const windowCount = found?.windowCount ?? 0
    assertPublishable(wave, { memberCount: members.length, windowCount })

    await tx.update(waves).set({ state: 'running', publishedAt: now }).where(eq(waves.id, waveId))
    record(
      'wave.published',
      { kind: 'wave', id: waveId },
      { detail: { people: members.length, windows: windowCount } },
    )
    await settleMembers(work, members)
    await askBaselines(work, members)
    await announceMoves(work, members)
  })
}
