import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { windows } from '@/db/schema/waves'
import type { Actor } from '@/lib/domain/actor'
import { assertPlannable } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockWave } from '../wave/lock-wave'
import { lockWindow } from './take-seats'

const Input = z.object({
  waveId: z.uuid(),
  windowId: z.uuid(),
  capacity: z.coerce.number('field_required').int().min(1, 'field_required').max(100_000, 'field_invalid'),
})

/** A planner makes a window larger or smaller, never smaller than the seats already given. */
export async function resizeWindow(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { waveId, windowId, capacity } = parse(Input, input)
  await transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)
    const window = await lockWindow(work, waveId, windowId)
    if (window.capacity === capacity) return work.unchanged()
    if (capacity < window.booked) {
      throw new AppError('refused', 'window_seats_taken', { values: { booked: window.booked } })
    }
    await work.tx.update(windows).set({ capacity }).where(eq(windows.id, windowId))
    work.record(
      'window.resized',
      { kind: 'window', id: windowId },
      { detail: { wave: waveId, from: window.capacity, to: capacity } },
    )
  })
}
