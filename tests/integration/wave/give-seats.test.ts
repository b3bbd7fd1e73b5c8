import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { swaps } from '@/db/schema/swaps'
import { windows } from '@/db/schema/waves'
import { giveSeats } from '@/lib/commands/wave/give-seats'
import {
  eventTypes,
  makeEmployee,
  makeMember,
  makePlanner,
  makeTechnician,
  makeWave,
  makeWindow,
  outcomes,
} from '@/tests/support/make-wave'

const bookedIn = async (windowId: string) =>
  (await db.select().from(windows).where(eq(windows.id, windowId)))[0]?.booked
const swapOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]

test('everybody without a seat gets one, and is booked where the wave is published', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: new Date() })
  const window = await makeWindow(wave.id)
  const members = [
    await makeMember(wave.id, { state: 'invited' }),
    await makeMember(wave.id, { state: 'invited' }),
  ]

  expect(await giveSeats(await makePlanner(), { waveId: wave.id, windowId: window.id })).toEqual({ count: 2 })

  expect(await bookedIn(window.id)).toBe(2)
  for (const { id } of members)
    expect(await swapOf(id)).toMatchObject({ state: 'booked', windowId: window.id })
  expect((await eventTypes()).slice(-4).sort()).toEqual([
    'swap.advanced',
    'swap.advanced',
    'swap.seated',
    'swap.seated',
  ])
})

test('a move to another window gives the old seat back', async () => {
  const wave = await makeWave()
  const from = await makeWindow(wave.id, { name: 'From', booked: 1 })
  const to = await makeWindow(wave.id, { name: 'To' })
  const member = await makeMember(wave.id, { windowId: from.id })
  await giveSeats(await makePlanner(), { waveId: wave.id, windowId: to.id, swapIds: [member.id] })
  expect([await bookedIn(from.id), await bookedIn(to.id)]).toEqual([0, 1])
})

test('a technician is refused; for an employee the wave is not there', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  await makeMember(wave.id)
  const input = { waveId: wave.id, windowId: window.id }
  await expect(giveSeats(await makeTechnician(), input)).rejects.toMatchObject({ code: 'denied' })
  await expect(giveSeats(await makeEmployee(), input)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await bookedIn(window.id)).toBe(0)
})

test('too many for the window: nobody gets one, and the refusal says how many would fit', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id, { capacity: 1 })
  const members = [await makeMember(wave.id), await makeMember(wave.id)]
  await expect(
    giveSeats(await makePlanner(), { waveId: wave.id, windowId: window.id }),
  ).rejects.toMatchObject({
    code: 'window_full',
    values: { free: 1, asked: 2 },
  })
  for (const { id } of members) expect(await swapOf(id)).toMatchObject({ windowId: null })
})

test('two at once give everybody one seat, not two', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  await makeMember(wave.id)
  const planner = await makePlanner()
  const input = { waveId: wave.id, windowId: window.id }
  const settled = await Promise.allSettled([giveSeats(planner, input), giveSeats(planner, input)])
  expect(outcomes(settled)).toEqual(['done', 'done'])
  expect(await bookedIn(window.id)).toBe(1)
})
