import { z } from 'zod'
import { windows } from '@/db/schema/waves'
import type { Actor } from '@/lib/domain/actor'
import { assertPlannable } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { lockWave } from '../wave/lock-wave'
import { plannedWindow, WindowInput } from './window-input'

const Input = WindowInput.extend({ waveId: z.uuid() })

/** A planner gives a wave one more time and place. */
export async function addWindow(actor: Actor, input: z.input<typeof Input>): Promise<void> {
  const { waveId, ...window } = parse(Input, input)
  await transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)
    await insertWindow(work, wave.id, window)
  })
}

/** Inserts a window of a locked wave and says so. @throws {AppError} invalid — at the field that is at fault */
export async function insertWindow(
  { tx, now, record }: Work,
  waveId: string,
  input: WindowInput,
): Promise<string> {
  const planned = plannedWindow(input, now)
  const [window] = await tx
    .insert(windows)
    .values({ ...planned, waveId })
    .onConflictDoNothing()
    .returning({ id: windows.id })
  if (!window) {
    throw new AppError('invalid', 'invalid_input', { fields: { windowName: 'window_name_taken' } })
  }
  record(
    'window.added',
    { kind: 'window', id: window.id },
    {
      detail: {
        wave: waveId,
        starts: planned.startsAt.toISOString(),
        ends: planned.endsAt.toISOString(),
        capacity: planned.capacity,
        atHome: input.isAtHome === 'yes',
      },
    },
  )
  return window.id
}
