import { expect, test } from 'vitest'
import { bookSlot } from '@/lib/commands/booking/book-slot'
import { cancelSlot } from '@/lib/commands/booking/cancel-slot'
import { makePerson, personActor } from '@/tests/support/make'
import { bookedIn, makeInvited, makeOpenWave, swapNow } from '@/tests/support/make-booking'
import { eventTypes, makeWindow, outcomes } from '@/tests/support/make-wave'

async function booked() {
  const { wave, windows } = await makeOpenWave()
  const invited = await makeInvited(wave.id)
  await bookSlot(invited.actor, { windowId: windows[0]!.id })
  return { ...invited, wave, window: windows[0]! }
}

test('a slot that is given up is free again, its owner is invited again, and the log says so', async () => {
  const { actor, swap, window } = await booked()
  await cancelSlot(actor)
  expect(await bookedIn(window.id)).toBe(0)
  expect(await swapNow(swap.id)).toMatchObject({
    state: 'invited',
    windowId: null,
    slotMoves: 0,
    slotSequence: 2,
  })
  expect((await eventTypes()).slice(-2).sort()).toEqual(['booking.cancelled', 'swap.advanced'])
})

test('nobody gives up what is not theirs: for a stranger there is nothing', async () => {
  const { window } = await booked()
  await expect(cancelSlot(personActor(await makePerson()))).rejects.toMatchObject({ kind: 'not_found' })
  expect(await bookedIn(window.id)).toBe(1)
})

test('without a slot, or a few hours before it, nothing is given up and nothing recorded', async () => {
  const { wave } = await makeOpenWave()
  const { actor } = await makeInvited(wave.id)
  await expect(cancelSlot(actor)).rejects.toMatchObject({ code: 'booking_none' })
  const start = Date.now() + 2 * 3_600_000
  const soon = await makeWindow(wave.id, {
    name: 'Soon',
    startsAt: new Date(start),
    endsAt: new Date(start + 3_600_000),
  })
  await bookSlot(actor, { windowId: soon.id })
  const events = (await eventTypes()).length
  await expect(cancelSlot(actor)).rejects.toMatchObject({ code: 'booking_too_late' })
  expect(await bookedIn(soon.id)).toBe(1)
  expect((await eventTypes()).length).toBe(events)
})

test('twice at once frees one seat', async () => {
  const { actor, window, wave } = await booked()
  const other = await makeInvited(wave.id)
  await bookSlot(other.actor, { windowId: window.id })
  const settled = await Promise.allSettled([cancelSlot(actor), cancelSlot(actor)])
  expect(outcomes(settled)).toEqual(['booking_none', 'done'])
  expect(await bookedIn(window.id)).toBe(1)
})
