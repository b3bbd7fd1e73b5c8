import { z } from 'zod'
import { newId } from '@/db/id'
import { waves } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { insertWindow } from '../window/add-window'
import { WindowInput } from '../window/window-input'

const name = z.string().trim().min(1, 'field_required').max(80, 'field_too_long')
const Input = z.object({ name })
const WithWindow = WindowInput.extend({ name })

/** A planner starts a wave: a draft, from the first moment on. The window may come later: then its fields are empty. */
export async function createWave(
  actor: PersonActor,
  input: z.input<typeof Input> | z.input<typeof WithWindow>,
): Promise<{ waveId: string }> {
  const { name, window } = readInput(input)
  return transact(actor, async (work) => {
    work.permit('wave.create')
    const id = newId()
    await work.tx
      .insert(waves)
      .values({ id, name, state: 'draft', ownerId: actor.personId, createdAt: work.now })
    work.record('wave.created', { kind: 'wave', id }, { personal: { name } })
    if (window) await insertWindow(work, id, window)
    return { waveId: id }
  })
}

function readInput(input: z.input<typeof Input> | z.input<typeof WithWindow>) {
  if (!asksForWindow(input)) return { ...parse(Input, input), window: null }
  const { name, ...window } = parse(WithWindow, input)
  return { name, window }
}

/** Times, zone and number of seats come filled in, so they do not count. */
function asksForWindow(input: object): boolean {
  return ['site', 'day', 'windowName'].some((field) => field in input && Reflect.get(input, field) !== '')
}
