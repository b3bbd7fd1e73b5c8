import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { looks } from '@/db/schema/methods'
import { swaps } from '@/db/schema/swaps'
import { addMinutes } from '@/lib/clock'
import { getMember, listMembers, listStuck } from '@/lib/queries/members'
import { getPlanHome } from '@/lib/queries/plan-home'
import { getPlannableWave, getWave } from '@/lib/queries/wave'
import { listWaves } from '@/lib/queries/waves'
import { makePerson } from '@/tests/support/make'
import {
  makeEmployee,
  makeMember,
  makePlanner,
  makeTechnician,
  makeWave,
  makeWindow,
} from '@/tests/support/make-wave'

const everyone = { state: null, seat: null, q: '' }
const ago = (minutes: number) => addMinutes(new Date(), -minutes)

test('a wave shows how far its people are, and why it cannot be published or ended', async () => {
  const planner = await makePlanner()
  const wave = await makeWave()
  expect(await getWave(planner, wave.id)).toMatchObject({
    memberCount: 0,
    refusals: { publish: 'wave_without_window', end: 'wave_not_running', cancel: null, plan: null },
  })
  const window = await makeWindow(wave.id)
  await makeMember(wave.id, { windowId: window.id })
  await makeMember(wave.id)
  expect(await getWave(planner, wave.id)).toMatchObject({
    memberCount: 2,
    seatlessCount: 1,
    counts: { not_invited: 2 },
    refusals: { publish: null },
  })
})

test('baselines: how many are read, who waits for Microsoft and until when, who failed for good', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: ago(5) })
  const members = await Promise.all(
    Array.from({ length: 3 }, () => makeMember(wave.id, { state: 'invited' })),
  )
  const until = addMinutes(new Date(), 3)
  await db.insert(looks).values([
    { personId: members[0]!.personId, askedAt: ago(5), failure: 'graph_throttled', retryAt: until },
    { personId: members[1]!.personId, askedAt: ago(5), failure: 'graph_refused' },
  ])
  expect((await getWave(await makePlanner(), wave.id)).baselines).toEqual({
    read: 0,
    of: 3,
    waiting: { count: 1, until: until.toISOString() },
    failed: 1,
  })
})

test('who is midway for more than a day, or has a case, is stuck; the longest first', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: ago(5_000) })
  const stuck = await makeMember(wave.id, { state: 'registered', stateSince: ago(60 * 25) })
  await makeMember(wave.id, { state: 'registered', stateSince: ago(60 * 23) })
  await makeMember(wave.id, { state: 'invited', stateSince: ago(60 * 99) })
  const withCase = await makeMember(wave.id, { state: 'booked', stateSince: ago(10) })
  const agent = await makePerson()
  const [opened] = await db
    .insert(cases)
    .values({
      personId: withCase.personId,
      reason: 'stuck',
      state: 'waiting',
      openedById: agent.id,
      context: {},
      openedAt: ago(5),
    })
    .returning()

  const rows = await listStuck(await makePlanner())

  expect(rows.map(({ swapId }) => swapId)).toEqual([stuck.id, withCase.id])
  expect(rows[0]?.troubles).toEqual([{ kind: 'stuck', since: stuck.stateSince.toISOString() }])
  expect(rows[1]?.troubles).toEqual([
    { kind: 'case', number: `C-${String(opened!.number).padStart(4, '0')}` },
  ])
})

test('members are narrowed by state, by missing seat and by name, and paged', async () => {
  const planner = await makePlanner()
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  await makeMember(wave.id, {
    windowId: window.id,
    personId: (await makePerson({ displayName: 'Zita Zoppi' })).id,
  })
  await Promise.all(
    Array.from({ length: 55 }, async () =>
      makeMember(wave.id, { personId: (await makePerson({ displayName: 'Member' })).id }),
    ),
  )
  const names = async (filter: Partial<typeof everyone>) =>
    (await listMembers(planner, wave.id, { ...everyone, ...filter }, {})).members.map(
      ({ displayName }) => displayName,
    )
  expect(await names({ q: 'zita' })).toEqual(['Zita Zoppi'])
  expect(await listMembers(planner, wave.id, { ...everyone, seat: 'none' }, {})).toMatchObject({
    next: expect.any(String),
  })
  expect((await listMembers(planner, wave.id, { ...everyone, state: 'closed' }, {})).members).toEqual([])

  const one = await listMembers(planner, wave.id, everyone, {})
  const two = await listMembers(planner, wave.id, everyone, { after: one.next })
  expect([one.members.length, two.members.length]).toEqual([50, 6])
  const back = await listMembers(planner, wave.id, everyone, { before: two.previous })
  expect(back.members.map(({ swapId }) => swapId)).toEqual(one.members.map(({ swapId }) => swapId))
})

test('today is what the calendar at the window says, and drafts do not count', async () => {
  const planner = await makePlanner()
  const wave = await makeWave({ name: 'Now', state: 'running', publishedAt: ago(99) })
  const hour = { startsAt: ago(1), endsAt: addMinutes(new Date(), 1) }
  await makeWindow(wave.id, { name: 'Open', ...hour })
  await makeWindow(wave.id, { name: 'In three days', startsAt: ago(-4_320), endsAt: ago(-4_380) })
  await makeWindow((await makeWave()).id, { name: 'Of a draft', ...hour })
  const home = await getPlanHome(planner)
  expect(home.today.map(({ name }) => name)).toEqual(['Open'])
})

test('technicians see waves and cannot change them; for employees there are none', async () => {
  const wave = await makeWave()
  const member = await makeMember(wave.id)
  const [technician, employee] = [await makeTechnician(), await makeEmployee()]
  expect(await getWave(technician, wave.id)).toMatchObject({ isPlanner: false })
  await expect(getPlannableWave(technician, wave.id)).rejects.toMatchObject({ kind: 'not_found' })
  for (const read of [
    () => listWaves(employee),
    () => getWave(employee, wave.id),
    () => listMembers(employee, wave.id, everyone, {}),
    () => listStuck(employee),
    () => getPlanHome(employee),
    () => getMember(employee, wave.id, member.id),
  ]) {
    await expect(read()).rejects.toMatchObject({ kind: 'not_found' })
  }
})

test('an id from elsewhere names nothing', async () => {
  const planner = await makePlanner()
  const [wave, other] = [await makeWave(), await makeWave()]
  const member = await makeMember(other.id)
  await expect(getWave(planner, 'x')).rejects.toMatchObject({ kind: 'not_found' })
  await expect(getMember(planner, wave.id, member.id)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.$count(swaps, eq(swaps.id, member.id))).toBe(1)
})
