import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { bookSlot } from '@/lib/commands/booking/book-slot'
import { cancelSlot } from '@/lib/commands/booking/cancel-slot'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { giveSeats } from '@/lib/commands/wave/give-seats'
import { findMyBooking } from '@/lib/queries/booking'
import { makePerson, personActor } from '@/tests/support/make'
import { bookedIn, makeInvited, makeOpenWave, swapNow } from '@/tests/support/make-booking'
import { eventTypes, makePlanner, makeWave, makeWindow, outcomes } from '@/tests/support/make-wave'

const hours = (count: number) => new Date(Date.now() + count * 3_600_000)

test('somebody invited takes a slot, and the log says so', async () => {
  const { wave, windows } = await makeOpenWave()
  const { swap, actor } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  expect(await bookedIn(windows[0]!.id)).toBe(1)
  expect(await swapNow(swap.id)).toMatchObject({
    state: 'booked',
    windowId: windows[0]!.id,
    slotMoves: 0,
    slotSequence: 1,
  })
  expect((await eventTypes()).slice(-2).sort()).toEqual(['booking.booked', 'swap.advanced'])
})

test('a move gives the old seat back, uses a move and raises the sequence; the same slot again is nothing', async () => {
  const { wave, windows } = await makeOpenWave()
  const { swap, actor } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  await bookSlot(actor, { windowId: windows[1]!.id })
  expect([await bookedIn(windows[0]!.id), await bookedIn(windows[1]!.id)]).toEqual([0, 1])
  expect(await swapNow(swap.id)).toMatchObject({ slotMoves: 1, slotSequence: 2 })
  expect((await eventTypes()).at(-1)).toBe('booking.moved')
  const before = (await eventTypes()).length
  await bookSlot(actor, { windowId: windows[1]!.id })
  expect((await eventTypes()).length).toBe(before)
})

test('three moves and no more; giving the slot up and choosing again is no way around', async () => {
  const { wave, windows } = await makeOpenWave()
  const { swap, actor } = await makeInvited(wave.id)
  const [a, b] = windows
  await bookSlot(actor, { windowId: a!.id })
  await bookSlot(actor, { windowId: b!.id })
  await cancelSlot(actor)
  expect((await findMyBooking(actor))?.moves).toEqual({ isMove: true, left: 2, max: 3 })
  await bookSlot(actor, { windowId: b!.id })
  await bookSlot(actor, { windowId: a!.id })
  await expect(bookSlot(actor, { windowId: b!.id })).rejects.toMatchObject({ code: 'booking_no_moves' })
  expect(await swapNow(swap.id)).toMatchObject({ windowId: a!.id, slotMoves: 3 })
  expect((await findMyBooking(actor))?.chooseRefusal).toBe('booking_no_moves')
})

test('what an Owner allows holds from the next choice on', async () => {
  const owner = personActor(await makePerson(), ['owner'])
  const { wave, windows } = await makeOpenWave()
  const { actor } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  await changeSetting(owner, { name: 'slotMovesMax', value: '0' })
  await expect(bookSlot(actor, { windowId: windows[1]!.id })).rejects.toMatchObject({
    code: 'booking_no_moves',
  })
  await changeSetting(owner, { name: 'slotMovesMax', value: '3' })
  await bookSlot(actor, { windowId: windows[1]!.id })
})

test('nobody chooses for somebody else, or in another wave: there is no such window', async () => {
  const { wave } = await makeOpenWave()
  const { actor } = await makeInvited(wave.id)
  const other = await makeOpenWave()
  await expect(bookSlot(actor, { windowId: other.windows[0]!.id })).rejects.toMatchObject({
    fields: { windowId: 'window_unknown' },
  })
  const stranger = personActor(await makePerson())
  await expect(bookSlot(stranger, { windowId: other.windows[0]!.id })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect(await findMyBooking(stranger)).toBeNull()
  expect(await bookedIn(other.windows[0]!.id)).toBe(0)
})

test('a wave that is still a draft is not there yet', async () => {
  const wave = await makeWave()
  const window = await makeWindow(wave.id)
  const { actor } = await makeInvited(wave.id, { state: 'not_invited' })
  await expect(bookSlot(actor, { windowId: window.id })).rejects.toMatchObject({ kind: 'not_found' })
})

test('a slot that is over, or full, or one’s own a day before it: refused, and nothing is left of it', async () => {
  const { wave, windows } = await makeOpenWave([1])
  const over = await makeWindow(wave.id, { name: 'Over', startsAt: hours(-4), endsAt: hours(-1) })
  const soon = await makeWindow(wave.id, { name: 'Soon', startsAt: hours(5), endsAt: hours(8) })
  const first = await makeInvited(wave.id)
  await bookSlot(first.actor, { windowId: windows[0]!.id })
  const { swap, actor } = await makeInvited(wave.id)
  const events = (await eventTypes()).length
  await expect(bookSlot(actor, { windowId: over.id })).rejects.toMatchObject({ code: 'window_over' })
  await expect(bookSlot(actor, { windowId: windows[0]!.id })).rejects.toMatchObject({ code: 'slot_full' })
  expect(await swapNow(swap.id)).toMatchObject({ windowId: null, slotSequence: 0, state: 'invited' })
  expect((await eventTypes()).length).toBe(events)

  await bookSlot(actor, { windowId: soon.id })
  const free = await makeWindow(wave.id, { name: 'Free' })
  await expect(bookSlot(actor, { windowId: free.id })).rejects.toMatchObject({
    code: 'booking_too_late',
    values: { hours: 24 },
  })
  expect(await bookedIn(free.id)).toBe(0)
})

test('what can be chosen is shown by time with its free seats; what is over is not there', async () => {
  const { wave, windows } = await makeOpenWave([3])
  await makeWindow(wave.id, { name: 'Over', startsAt: hours(-4), endsAt: hours(-1) })
  const early = await makeWindow(wave.id, {
    name: 'Early',
    isAtHome: true,
    startsAt: hours(30),
    endsAt: hours(33),
    capacity: 1,
    booked: 1,
  })
  const { actor } = await makeInvited(wave.id)
  const view = await findMyBooking(actor)
  expect(
    view?.choices.map(({ windowId, free, isAtHome, refusal }) => [windowId, free, isAtHome, refusal]),
  ).toEqual([
    [early.id, 0, true, 'slot_full'],
    [windows[0]!.id, 3, false, null],
  ])
})

test('of many who take the last seat at once, one gets it and the others are told', async () => {
  const { wave, windows } = await makeOpenWave([1, 9])
  const people = []
  for (let index = 0; index < 5; index += 1) people.push(await makeInvited(wave.id))
  const settled = await Promise.allSettled(
    people.map(({ actor }) => bookSlot(actor, { windowId: windows[0]!.id })),
  )
  expect(outcomes(settled)).toEqual(['done', 'slot_full', 'slot_full', 'slot_full', 'slot_full'])
  expect(await bookedIn(windows[0]!.id)).toBe(1)
  const loser = people[settled.findIndex(({ status }) => status === 'rejected')]!
  const view = await findMyBooking(loser.actor)
  expect(view?.choices.filter(({ refusal }) => !refusal).map(({ windowId }) => windowId)).toEqual([
    windows[1]!.id,
  ])
})

test('people who change places with each other, while a planner moves others, all come to an end', async () => {
  const { wave, windows } = await makeOpenWave([20, 20])
  const [a, b] = windows
  const people = []
  for (let index = 0; index < 8; index += 1) people.push(await makeInvited(wave.id))
  for (const [index, { actor }] of people.entries())
    await bookSlot(actor, { windowId: (index % 2 ? a : b)!.id })
  const planner = await makePlanner()
  const swapIds = people.slice(0, 4).map(({ swap }) => swap.id)
  const settled = await Promise.allSettled([
    ...people.map(({ actor }, index) => bookSlot(actor, { windowId: (index % 2 ? b : a)!.id })),
    giveSeats(planner, { waveId: wave.id, windowId: a!.id, swapIds }),
    giveSeats(planner, { waveId: wave.id, windowId: b!.id, swapIds }),
  ])
  expect(outcomes(settled)).toEqual(settled.map(() => 'done'))
  const held = await Promise.all(people.map(({ swap }) => swapNow(swap.id)))
  for (const window of windows)
    expect(await bookedIn(window.id)).toBe(held.filter(({ windowId }) => windowId === window.id).length)
})

test('each change is mailed once, with the version of the entry it made', async () => {
  const { wave, windows } = await makeOpenWave()
  const { actor, swap, person } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  await bookSlot(actor, { windowId: windows[1]!.id })
  await giveSeats(await makePlanner(), { waveId: wave.id, windowId: windows[0]!.id, swapIds: [swap.id] })
  await cancelSlot(actor)
  const mails = await db.select().from(messages).where(eq(messages.personId, person.id)).orderBy(messages.id)
  expect(mails.map(({ kind, params }) => [kind, params.windowId, params.sequence])).toEqual([
    ['booking_confirmed', windows[0]!.id, 1],
    ['booking_moved', windows[1]!.id, 2],
    ['booking_moved', windows[0]!.id, 3],
    ['booking_cancelled', windows[0]!.id, 4],
  ])
})

test('a planner who moves somebody raises the sequence too, and takes no move of theirs', async () => {
  const { wave, windows } = await makeOpenWave()
  const { swap, actor } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  await giveSeats(await makePlanner(), {
    waveId: wave.id,
    windowId: windows[1]!.id,
    swapIds: [swap.id],
  })
  expect(await swapNow(swap.id)).toMatchObject({ slotMoves: 0, slotSequence: 2 })
})
