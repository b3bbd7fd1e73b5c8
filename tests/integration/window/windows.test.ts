import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { windows } from '@/db/schema/waves'
import { addWindow } from '@/lib/commands/window/add-window'
import { resizeWindow } from '@/lib/commands/window/resize-window'
import { listWindows } from '@/lib/queries/waves'
import {
  eventTypes,
  makeEmployee,
  makePlanner,
  makeTechnician,
  makeWave,
  makeWindow,
  outcomes,
} from '@/tests/support/make-wave'

const input = {
  site: 'Pune',
  day: '2099-12-14',
  start: '09:30',
  end: '12:00',
  timeZone: 'Asia/Kolkata',
  capacity: '8',
}

test('a planner adds a window in its own zone, and the log says so', async () => {
  const wave = await makeWave()
  await addWindow(await makePlanner(), { waveId: wave.id, ...input })
  const [window] = await db.select().from(windows).where(eq(windows.waveId, wave.id))
  expect(window).toMatchObject({ startsAt: new Date('2099-12-14T04:00:00Z'), timeZone: 'Asia/Kolkata' })
  expect((await eventTypes()).at(-1)).toBe('window.added')
})

test('people can stay where they are, if the planner says so and not by the name of the place', async () => {
  const wave = await makeWave()
  const planner = await makePlanner()
  await addWindow(planner, { waveId: wave.id, ...input, isAtHome: 'yes' })
  await addWindow(planner, { waveId: wave.id, ...input, site: 'Home', windowName: 'Home Street' })
  const rows = await listWindows(wave.id, new Date())
  expect(rows.map(({ site, isAtHome }) => [site, isAtHome])).toEqual(
    expect.arrayContaining([
      ['Pune', true],
      ['Home', false],
    ]),
  )
})

test('windows are for planners; for an employee the wave is not there', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  const bigger = { waveId: wave.id, windowId: window.id, capacity: '99' }
  for (const [actor, reason] of [
    [await makeTechnician(), { code: 'denied' }],
    [await makeEmployee(), { kind: 'not_found' }],
  ] as const) {
    await expect(addWindow(actor, { waveId: wave.id, ...input })).rejects.toMatchObject(reason)
    await expect(resizeWindow(actor, bigger)).rejects.toMatchObject(reason)
  }
  expect(await db.select().from(windows).where(eq(windows.waveId, wave.id))).toEqual([window])
})

test('a wave that has ended takes no more windows', async () => {
  const wave = await makeWave({ state: 'cancelled' })
  await expect(addWindow(await makePlanner(), { waveId: wave.id, ...input })).rejects.toMatchObject({
    code: 'wave_over',
  })
})

test('two at once under one name: one is there, the other is told', async () => {
  const wave = await makeWave()
  const planner = await makePlanner()
  const settled = await Promise.allSettled([
    addWindow(planner, { waveId: wave.id, ...input, windowName: 'Morning' }),
    addWindow(planner, { waveId: wave.id, ...input, windowName: 'MORNING' }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'invalid_input'])
  expect(await db.$count(windows, eq(windows.waveId, wave.id))).toBe(1)
})

test('a window grows and shrinks, but not below the seats given', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id, { capacity: 10, booked: 4 })
  const planner = await makePlanner()
  const to = (capacity: string) => resizeWindow(planner, { waveId: wave.id, windowId: window.id, capacity })

  await to('4')
  await expect(to('3')).rejects.toMatchObject({ code: 'window_seats_taken', values: { booked: 4 } })
  expect((await eventTypes()).at(-1)).toBe('window.resized')
  const before = await eventTypes()
  await to('4')
  expect(await eventTypes()).toEqual(before)
})

test('a window of another wave is unknown here', async () => {
  const [wave, other] = [await makeWave(), await makeWave()]
  const window = await makeWindow(other.id)
  await expect(
    resizeWindow(await makePlanner(), { waveId: wave.id, windowId: window.id, capacity: '50' }),
  ).rejects.toMatchObject({ fields: { windowId: 'window_unknown' } })
})
