import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { signIns } from '@/db/schema/sessions'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { publishWave } from '@/lib/commands/wave/publish-wave'
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

async function makeReady() {
  const wave = await makeWave()
  const window = await makeWindow(wave.id, { booked: 1 })
  return {
    wave,
    seated: await makeMember(wave.id, { windowId: window.id }),
    unseated: await makeMember(wave.id),
  }
}

const swapOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]
const waveOf = async (id: string) => (await db.select().from(waves).where(eq(waves.id, id)))[0]

test('publishing invites everybody, asks for their baselines, and the log says so', async () => {
  const { wave, seated, unseated } = await makeReady()

  await publishWave(await makePlanner(), { waveId: wave.id })

  expect(await waveOf(wave.id)).toMatchObject({ state: 'running', publishedAt: expect.any(Date) })
  expect(await swapOf(seated.id)).toMatchObject({ state: 'booked' })
  expect(await swapOf(unseated.id)).toMatchObject({ state: 'invited' })
  expect(await db.$count(looks)).toBe(2)
  expect(await eventTypes()).toEqual(['wave.published', 'swap.advanced', 'swap.advanced'])
  const owner = postgres(testDatabase.owner, { max: 1 })
  const jobs =
    await owner`select data ->> 'personId' as id, start_after from pgboss.job where name = 'methods.look'`
  expect(jobs.map(({ id }) => id).sort()).toEqual([seated.personId, unseated.personId].sort())
  await owner.end()
})

test('who has begun already, or signed in, is looked at one by one', async () => {
  const { wave, seated, unseated } = await makeReady()
  await db.update(swaps).set({ hasOldPhone: true }).where(eq(swaps.id, seated.id))
  await db.insert(signIns).values({
    personId: unseated.personId,
    app: 'portal',
    at: new Date(),
    authenticatedAt: new Date(),
    amr: ['pwd', 'mfa'],
    acrs: [],
    isFresh: false,
  })
  await publishWave(await makePlanner(), { waveId: wave.id })
  expect(await swapOf(seated.id)).toMatchObject({ state: 'preparing' })
  expect(await swapOf(unseated.id)).toMatchObject({ state: 'invited' })
})

test('a technician is refused; for an employee the wave is not there', async () => {
  const { wave } = await makeReady()
  await expect(publishWave(await makeTechnician(), { waveId: wave.id })).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(publishWave(await makeEmployee(), { waveId: wave.id })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await waveOf(wave.id)).toMatchObject({ state: 'draft' })
})

test('without people or without a window it stays a draft, without a trace', async () => {
  const planner = await makePlanner()
  const empty = await makeWave()
  await makeWindow(empty.id)
  const nowhere = await makeWave()
  await makeMember(nowhere.id)
  const before = await eventTypes()
  await expect(publishWave(planner, { waveId: empty.id })).rejects.toMatchObject({
    code: 'wave_without_people',
  })
  await expect(publishWave(planner, { waveId: nowhere.id })).rejects.toMatchObject({
    code: 'wave_without_window',
  })
  expect(await eventTypes()).toEqual(before)
})

test('two planners at once: one publishes, the other is told', async () => {
  const { wave } = await makeReady()
  const planners = [await makePlanner(), await makePlanner()]
  const settled = await Promise.allSettled(
    planners.map((planner) => publishWave(planner, { waveId: wave.id })),
  )
  expect(outcomes(settled)).toEqual(['done', 'wave_not_draft'])
})
