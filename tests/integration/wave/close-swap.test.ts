import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import { swaps } from '@/db/schema/swaps'
import { windows } from '@/db/schema/waves'
import { closeSwap } from '@/lib/commands/wave/close-swap'
import { cancelWave, endWave } from '@/lib/commands/wave/end-wave'
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

const swapOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]

test('a closed move has its reason in the log, its words apart, and its seat back', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: new Date() })
  const window = await makeWindow(wave.id, { booked: 1 })
  const member = await makeMember(wave.id, { state: 'preparing', windowId: window.id })

  await closeSwap(await makePlanner(), {
    swapId: member.id,
    reason: 'phone_destroyed',
    words: 'run over by a tram',
  })

  expect(await swapOf(member.id)).toMatchObject({ state: 'closed', closedWhy: 'phone_destroyed' })
  expect(await db.select({ booked: windows.booked }).from(windows).where(eq(windows.id, window.id))).toEqual([
    { booked: 0 },
  ])
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.type, 'swap.closed'))
  expect(JSON.parse(event!.body).detail).toEqual({
    wave: wave.id,
    reason: 'phone_destroyed',
    from: 'preparing',
  })
  expect(event!.body).not.toContain('tram')
  expect(await db.select({ body: auditPersonal.body }).from(auditPersonal)).toContainEqual({
    body: '{"words":"run over by a tram"}',
  })
})

test('the same person can then come into another wave', async () => {
  const [one, two] = [await makeWave(), await makeWave()]
  const member = await makeMember(one.id)
  await closeSwap(await makePlanner(), { swapId: member.id, reason: 'cancelled' })
  await expect(makeMember(two.id, { personId: member.personId })).resolves.toMatchObject({ waveId: two.id })
})

test('nobody closes their own move, a technician none, and for an employee there is none', async () => {
  const planner = await makePlanner()
  const wave = await makeWave()
  const own = await makeMember(wave.id, { personId: planner.personId })
  const other = await makeMember(wave.id)
  const reason = 'cancelled'
  await expect(closeSwap(planner, { swapId: own.id, reason })).rejects.toMatchObject({ code: 'denied' })
  await expect(closeSwap(await makeTechnician(), { swapId: other.id, reason })).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(closeSwap(await makeEmployee(), { swapId: other.id, reason })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await swapOf(own.id)).toMatchObject({ closedAt: null })
})

test('nothing sets a move to done before the gate does', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: new Date() })
  const member = await makeMember(wave.id, { state: 'removed' })
  await expect(closeSwap(await makePlanner(), { swapId: member.id, reason: 'done' })).rejects.toMatchObject({
    code: 'swap_not_safe',
  })
  expect(await swapOf(member.id)).toMatchObject({ state: 'removed', closedAt: null })
})

test('two at once: the move is closed once', async () => {
  const wave = await makeWave()
  const member = await makeMember(wave.id)
  const planner = await makePlanner()
  const settled = await Promise.allSettled(
    (['left_company', 'cancelled'] as const).map((reason) =>
      closeSwap(planner, { swapId: member.id, reason }),
    ),
  )
  expect(outcomes(settled)).toEqual(['done', 'swap_closed'])
})

test('a wave ends when everybody has arrived: they are closed as done', async () => {
  const wave = await makeWave({ state: 'running', publishedAt: new Date() })
  const arrived = await makeMember(wave.id, { state: 'safe_to_wipe' })
  const underWay = await makeMember(wave.id, { state: 'proved' })
  const planner = await makePlanner()

  await expect(endWave(planner, { waveId: wave.id })).rejects.toMatchObject({ code: 'wave_people_under_way' })
  expect(await swapOf(arrived.id)).toMatchObject({ closedAt: null })
  await closeSwap(planner, { swapId: underWay.id, reason: 'left_company' })
  await endWave(planner, { waveId: wave.id })

  expect(await swapOf(arrived.id)).toMatchObject({ state: 'closed', closedWhy: 'done' })
  expect((await eventTypes()).slice(-2)).toEqual(['swap.closed', 'wave.ended'])
  await expect(endWave(planner, { waveId: wave.id })).rejects.toMatchObject({ code: 'wave_not_running' })
})

test('a draft can be cancelled by a planner, once, and its people are free', async () => {
  const wave = await makeWave()
  const member = await makeMember(wave.id)
  await expect(cancelWave(await makeTechnician(), { waveId: wave.id })).rejects.toMatchObject({
    code: 'denied',
  })
  await expect(cancelWave(await makeEmployee(), { waveId: wave.id })).rejects.toMatchObject({
    kind: 'not_found',
  })
  const planner = await makePlanner()
  const settled = await Promise.allSettled([
    cancelWave(planner, { waveId: wave.id }),
    cancelWave(planner, { waveId: wave.id }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'wave_not_draft'])
  expect(await swapOf(member.id)).toMatchObject({ state: 'closed', closedWhy: 'cancelled' })
})
