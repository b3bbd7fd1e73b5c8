import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { swaps } from '@/db/schema/swaps'
import { windows } from '@/db/schema/waves'
import { addPeople } from '@/lib/commands/wave/add-people'
import { makePerson } from '@/tests/support/make'
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

const membersOf = (waveId: string) => db.select().from(swaps).where(eq(swaps.waveId, waveId))
const bookedIn = async (windowId: string) =>
  (await db.select().from(windows).where(eq(windows.id, windowId)))[0]?.booked

test('a planner takes people into a draft with a seat, and the log says so for each', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  const people = [await makePerson(), await makePerson()]

  const { count } = await addPeople(await makePlanner(), {
    waveId: wave.id,
    personIds: people.map(({ id }) => id),
    windowId: window.id,
  })

  expect(count).toBe(2)
  const members = await membersOf(wave.id)
  expect(members.map(({ state, windowId }) => [state, windowId])).toEqual([
    ['not_invited', window.id],
    ['not_invited', window.id],
  ])
  expect(await bookedIn(window.id)).toBe(2)
  expect((await eventTypes()).slice(-2)).toEqual(['swap.created', 'swap.created'])
})

test('who is added to a published wave is invited at once, and read', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: new Date() })
  const person = await makePerson()
  await addPeople(await makePlanner(), { waveId: wave.id, personIds: person.id })
  expect((await membersOf(wave.id)).map(({ state }) => state)).toEqual(['invited'])
  expect(await db.$count(looks, eq(looks.personId, person.id))).toBe(1)
})

test('a technician is refused; for an employee the wave is not there', async () => {
  const wave = await makeWave()
  const input = { waveId: wave.id, personIds: [(await makePerson()).id] }
  await expect(addPeople(await makeTechnician(), input)).rejects.toMatchObject({ code: 'denied' })
  await expect(addPeople(await makeEmployee(), input)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await membersOf(wave.id)).toEqual([])
})

describe('all of them or nobody', () => {
  test.each([
    ['a guest', { userType: 'guest' }],
    ['somebody disabled', { isEnabled: false }],
    ['somebody who has left', { leftAt: new Date() }],
  ])('not with %s among them', async (_who, wanted) => {
    const wave = await makeWave()
    const personIds = [(await makePerson()).id, (await makePerson(wanted)).id]
    await expect(addPeople(await makePlanner(), { waveId: wave.id, personIds })).rejects.toMatchObject({
      code: 'people_not_eligible',
      values: { count: 1 },
    })
    expect(await membersOf(wave.id)).toEqual([])
  })

  test('not when they do not fit, and the refusal says how many would', async () => {
    const wave = await makeWave()
    const window = await makeWindow(wave.id, { capacity: 3, booked: 2 })
    const personIds = [(await makePerson()).id, (await makePerson()).id]
    await expect(
      addPeople(await makePlanner(), { waveId: wave.id, personIds, windowId: window.id }),
    ).rejects.toMatchObject({ code: 'window_full', values: { free: 1, asked: 2 } })
    expect(await membersOf(wave.id)).toEqual([])
    expect(await bookedIn(window.id)).toBe(2)
  })

  test('not with a window of another wave, or with nobody chosen', async () => {
    const [wave, other] = [await makeWave(), await makeWave()]
    const window = await makeWindow(other.id)
    const planner = await makePlanner()
    await expect(
      addPeople(planner, { waveId: wave.id, personIds: [(await makePerson()).id], windowId: window.id }),
    ).rejects.toMatchObject({ fields: { windowId: 'window_unknown' } })
    await expect(addPeople(planner, { waveId: wave.id, personIds: [] })).rejects.toMatchObject({
      fields: { personIds: 'people_not_chosen' },
    })
  })

  test('not into a wave that has ended', async () => {
    const wave = await makeWave({ state: 'completed' })
    await expect(
      addPeople(await makePlanner(), { waveId: wave.id, personIds: [(await makePerson()).id] }),
    ).rejects.toMatchObject({ code: 'wave_over' })
  })
})

describe('two at once', () => {
  test('two waves want the same person: one has them, the other is told', async () => {
    const person = await makePerson()
    const [one, two] = [await makeWave(), await makeWave()]
    const planner = await makePlanner()
    const settled = await Promise.allSettled(
      [one, two].map((wave) => addPeople(planner, { waveId: wave.id, personIds: [person.id] })),
    )
    expect(outcomes(settled)).toEqual(['done', 'people_not_eligible'])
    expect(await db.$count(swaps, eq(swaps.personId, person.id))).toBe(1)
  })

  test('a window never takes more than it holds', async () => {
    const wave = await makeWave()
    const window = await makeWindow(wave.id, { capacity: 5 })
    const planner = await makePlanner()
    const groups = await Promise.all(
      Array.from({ length: 4 }, async () => [(await makePerson()).id, (await makePerson()).id]),
    )
    const settled = await Promise.allSettled(
      groups.map((personIds) => addPeople(planner, { waveId: wave.id, personIds, windowId: window.id })),
    )
    expect(outcomes(settled)).toEqual(['done', 'done', 'window_full', 'window_full'])
    expect(await bookedIn(window.id)).toBe(4)
  })
})

test('the database itself keeps a window from overflowing', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id, { capacity: 1, booked: 1 })
  await makeMember(wave.id)
  await expect(db.update(windows).set({ booked: 2 }).where(eq(windows.id, window.id))).rejects.toThrow()
})
