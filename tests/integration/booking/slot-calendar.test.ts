import { expect, test } from 'vitest'
import { bookSlot } from '@/lib/commands/booking/book-slot'
import { slotCalendarText } from '@/lib/messages/slot-calendar'
import { getMySlotCalendar } from '@/lib/queries/slot-calendar'
import { makePerson, personActor } from '@/tests/support/make'
import { makeInvited, makeOpenWave } from '@/tests/support/make-booking'
import { readCalendar, readText } from '@/tests/support/read-calendar'

const wish = { language: 'it', portalUrl: 'https://portal.example', method: 'PUBLISH' } as const

test('the file of one’s own slot keeps its name and counts up with each change', async () => {
  const { wave, windows } = await makeOpenWave()
  const { actor, swap } = await makeInvited(wave.id)
  await bookSlot(actor, { windowId: windows[0]!.id })
  const first = await getMySlotCalendar(actor)
  await bookSlot(actor, { windowId: windows[1]!.id })
  const second = await getMySlotCalendar(actor)
  expect(first.uid).toBe(`swap-${swap.id}@passaggio`)
  expect(second.uid).toBe(first.uid)
  expect(second.sequence).toBeGreaterThan(first.sequence)

  const lines = readCalendar(slotCalendarText(second, wish))
  const values = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value)
  // 08:00 UTC in December is nine in Rome.
  expect(values('DTSTART').at(-1)).toBe('20991214T090000')
  expect(values('SUMMARY')).toEqual(['Cambio al nuovo telefono'])
  expect(values('TRIGGER')).toEqual(['-P1D', '-PT1H'])
  const texts = lines.map(({ value }) => readText(value)).join('\n')
  expect(texts.match(/https?:\S+/g)).toEqual(['https://portal.example'])
  expect(texts).not.toContain(actor.entraId)
})

test('whoever has no slot, or no move, has no file', async () => {
  const { wave } = await makeOpenWave()
  const { actor } = await makeInvited(wave.id)
  await expect(getMySlotCalendar(actor)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(getMySlotCalendar(personActor(await makePerson()))).rejects.toMatchObject({
    kind: 'not_found',
  })
})
