import { z } from 'zod'
import type { Actor } from '@/lib/domain/actor'
import { membershipRefusal } from '@/lib/domain/membership'
import { assertPlannable } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { listCandidates } from '@/lib/queries/candidates'
import { transact } from '@/lib/transact'
import { lockWindow, takeSeats } from '../window/take-seats'
import { insertMembers } from './insert-members'
import { lockWave } from './lock-wave'

const ids = z.array(z.uuid(), 'people_not_chosen').min(1, 'people_not_chosen').max(500)

const Input = z.object({
  waveId: z.uuid(),
  personIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), ids),
  /** Empty: no seat yet. */
  windowId: z.union([z.literal(''), z.uuid()]).default(''),
})

/** A planner takes people into a wave, with a seat in one of its windows where one is named: all of them or nobody. */
export async function addPeople(
  actor: Actor,
  input: z.input<typeof Input>,
): Promise<{ waveId: string; count: number }> {
  const { waveId, personIds, windowId } = parse(Input, input)
  return transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)

    const wanted = [...new Set(personIds)]
    const found = await listCandidates(wanted, work.tx)
    const eligible = found.filter((person) => !person.isBreakGlass && !membershipRefusal(person, waveId))
    const left = wanted.length - eligible.length
    if (left > 0) throw new AppError('refused', 'people_not_eligible', { values: { count: left } })

    const seat = windowId || null
    if (seat) await takeSeats(work, await lockWindow(work, waveId, seat), eligible.length)
    await insertMembers(
      work,
      wave,
      eligible.map(({ id, entraId }) => ({ personId: id, entraId, windowId: seat })),
    )
    return { waveId, count: eligible.length }
  })
}
