import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { waves, windows } from '@/db/schema/waves'
import { createWave } from '@/lib/commands/wave/create-wave'
import { eventTypes, makeEmployee, makePlanner, makeTechnician } from '@/tests/support/make-wave'

const window = {
  site: 'Milan',
  day: '2099-12-14',
  start: '09:00',
  end: '12:00',
  timeZone: 'Europe/Rome',
  capacity: '12',
  windowName: '',
}

test('a planner starts a draft with its first window, and the log says so', async () => {
  const { waveId } = await createWave(await makePlanner(), { name: ' Spring 1 ', ...window })

  const [wave] = await db.select().from(waves).where(eq(waves.id, waveId))
  expect(wave).toMatchObject({ name: 'Spring 1', state: 'draft', publishedAt: null })
  const [made] = await db.select().from(windows).where(eq(windows.waveId, waveId))
  expect(made).toMatchObject({
    name: 'Milan 2099-12-14 09:00',
    startsAt: new Date('2099-12-14T08:00:00Z'),
    endsAt: new Date('2099-12-14T11:00:00Z'),
    capacity: 12,
    booked: 0,
  })
  expect((await eventTypes()).slice(-2)).toEqual(['wave.created', 'window.added'])
})

test('a name alone is enough: the draft is kept, the window can come later', async () => {
  const { waveId } = await createWave(await makePlanner(), {
    name: 'Only a name',
    ...window,
    site: '',
    day: '',
  })
  expect(await db.$count(waves, eq(waves.id, waveId))).toBe(1)
  expect(await db.$count(windows, eq(windows.waveId, waveId))).toBe(0)
})

test('nobody but a planner starts a wave', async () => {
  await expect(createWave(await makeTechnician(), { name: 'No' })).rejects.toMatchObject({ code: 'denied' })
  await expect(createWave(await makeEmployee(), { name: 'No' })).rejects.toMatchObject({ code: 'denied' })
  expect(await db.$count(waves, eq(waves.name, 'No'))).toBe(0)
})

describe('a window that cannot be is refused at its field, and no draft is left behind', () => {
  test.each([
    [
      'a time that the clocks jump over',
      { day: '2027-03-28', start: '02:30', end: '05:00' },
      'start',
      'window_time_skipped',
    ],
    [
      'a time that comes twice',
      { day: '2027-10-31', start: '01:00', end: '02:30' },
      'end',
      'window_time_repeated',
    ],
    ['an end before the start', { start: '12:00', end: '09:00' }, 'end', 'window_ends_before_start'],
    ['a day gone by', { day: '2020-01-07' }, 'day', 'window_in_past'],
    ['a day no calendar has', { day: '2099-02-30' }, 'day', 'field_invalid'],
    ['a zone that is none', { timeZone: 'Mars/Olympus' }, 'timeZone', 'zone_unknown'],
    ['no seats', { capacity: '0' }, 'capacity', 'field_required'],
    ['no day', { day: '' }, 'day', 'field_required'],
  ])('%s', async (_what, wrong, field, code) => {
    const planner = await makePlanner()
    await expect(createWave(planner, { name: `Wrong ${code}`, ...window, ...wrong })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { [field]: code },
    })
    expect(await db.$count(waves, eq(waves.name, `Wrong ${code}`))).toBe(0)
  })

  test('the hour after a skipped one is fine', async () => {
    const day = { day: '2027-03-28', start: '03:00', end: '05:00' }
    const { waveId } = await createWave(await makePlanner(), { name: 'March', ...window, ...day })
    const [made] = await db.select().from(windows).where(eq(windows.waveId, waveId))
    expect(made?.startsAt).toEqual(new Date('2027-03-28T01:00:00Z'))
  })
})
