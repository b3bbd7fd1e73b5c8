import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockZoneAt, localOf } from '@/lib/clock'
import { type CalendarEntry, calendarText, escapeText, foldLine } from '@/lib/domain/calendar'
import { readCalendar, readText } from '@/tests/support/read-calendar'

const instant = new Date('2026-12-14T08:00:00Z')

const entry: CalendarEntry = {
  uid: 'swap-1@passaggio',
  sequence: 0,
  method: 'PUBLISH',
  stampedAt: new Date('1997-07-14T17:30:00Z'),
  startsAt: '2026-12-14T09:00',
  endsAt: '2026-12-14T12:00',
  zone: clockZoneAt(instant, 'Europe/Rome'),
  summary: 'Change to the new phone',
  description: 'Bring both.',
  location: 'Milan',
  alarms: [
    { minutesBefore: 1_440, text: 'Tomorrow' },
    { minutesBefore: 60, text: 'In an hour' },
    { minutesBefore: 15, text: 'Soon' },
  ],
}

const linesOf = (wanted: Partial<CalendarEntry> = {}) => readCalendar(calendarText({ ...entry, ...wanted }))
const valueIn = (lines: ReturnType<typeof linesOf>, name: string) =>
  lines.find((line) => line.name === name)?.value

test('the reader of this test unfolds the example of RFC 5545, 3.1', () => {
  const folded = 'DESCRIPTION:This is a lo\r\n ng description\r\n  that exists on a long line.\r\n'
  expect(readCalendar(folded)).toEqual([
    { name: 'DESCRIPTION', params: {}, value: 'This is a long description that exists on a long line.' },
  ])
})

test('a text with line breaks reads as the example of RFC 5545, 3.3.11', () => {
  expect(escapeText('Project XYZ Final Review\nConference Room - 3B\nCome Prepared.')).toBe(
    'Project XYZ Final Review\\nConference Room - 3B\\nCome Prepared.',
  )
})

test('an instant and an offset are written as in RFC 5545, 3.3.5 and 3.3.14', () => {
  expect(valueIn(linesOf(), 'DTSTAMP')).toBe('19970714T173000Z')
  const zone = { name: 'Test', changes: [{ ...entry.zone.changes[0], offsetBefore: -300, offsetAfter: 60 }] }
  const lines = linesOf({ zone: zone as unknown as CalendarEntry['zone'] })
  expect([valueIn(lines, 'TZOFFSETFROM'), valueIn(lines, 'TZOFFSETTO')]).toEqual(['-0500', '+0100'])
})

test('the clocks of New York in 2007 change as in RFC 5545, 3.6.5', () => {
  const zone = clockZoneAt(new Date('2007-07-01T12:00:00Z'), 'America/New_York')
  const lines = linesOf({ zone })
  const from = lines.findIndex(({ value }) => value === 'VTIMEZONE')
  const told = lines.slice(from, from + 12).map(({ name, value }) => `${name}:${value}`)
  expect(told).toEqual([
    'BEGIN:VTIMEZONE',
    'TZID:America/New_York',
    'BEGIN:DAYLIGHT',
    'DTSTART:20070311T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20071104T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'END:STANDARD',
  ])
})

test('a zone whose clocks never change says what they show', () => {
  const { changes } = clockZoneAt(instant, 'UTC')
  expect(changes).toEqual([{ kind: 'STANDARD', at: '1970-01-01T00:00', offsetBefore: 0, offsetAfter: 0 }])
})

test('the hour on the wall stays the same on both sides of a clock change', () => {
  // Rome: the clocks go back on 25 October 2026.
  for (const [at, wall, offset] of [
    ['2026-10-24T07:00:00Z', '20261024T090000', '+0200'],
    ['2026-10-26T08:00:00Z', '20261026T090000', '+0100'],
  ] as const) {
    const start = new Date(at)
    const lines = linesOf({
      startsAt: localOf(start, 'Europe/Rome'),
      zone: clockZoneAt(start, 'Europe/Rome'),
    })
    const begin = lines.findIndex(({ value }) => value === 'VEVENT')
    const dtstart = lines.slice(begin).find(({ name }) => name === 'DTSTART')
    expect(dtstart).toEqual({ name: 'DTSTART', params: { TZID: 'Europe/Rome' }, value: wall })
    // The change before the entry is the one in force.
    expect(valueIn(lines, 'TZOFFSETTO')).toBe(offset)
  }
})

test('a day before is a day, an hour is an hour', () => {
  const triggers = linesOf().filter(({ name }) => name === 'TRIGGER')
  expect(triggers.map(({ value }) => value)).toEqual(['-P1D', '-PT1H', '-PT15M'])
})

test('what is cancelled says so and rings no more', () => {
  const lines = linesOf({ method: 'CANCEL', sequence: 3 })
  expect([valueIn(lines, 'METHOD'), valueIn(lines, 'STATUS'), valueIn(lines, 'SEQUENCE')]).toEqual([
    'CANCEL',
    'CANCELLED',
    '3',
  ])
  expect(lines.some(({ value }) => value === 'VALARM')).toBe(false)
})

test('a download names nobody else; a mailed request names who sends and who comes', () => {
  const people = {
    organizer: { name: 'Passaggio', address: 'phones@example.com' },
    attendee: { name: 'Elio "the phone" Esposito', address: 'elio@example.com' },
  }
  expect(linesOf(people).some(({ name }) => name === 'ATTENDEE')).toBe(false)
  const lines = linesOf({ ...people, method: 'REQUEST' })
  expect(lines.find(({ name }) => name === 'ORGANIZER')?.value).toBe('mailto:phones@example.com')
  const attendee = lines.find(({ name }) => name === 'ATTENDEE')
  expect(attendee?.value).toBe('mailto:elio@example.com')
  expect(attendee?.params.CN).toBe('Elio  the phone  Esposito')
})

const octets = (text: string) => new TextEncoder().encode(text).length
const isWritable = (character: string) =>
  character >= ' ' ? character !== '\x7f' : '\t\n'.includes(character)
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'\\;,:"\r\n\t\0 è'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 400,
})

test('whatever is folded has lines of at most 75 octets, cuts no character and unfolds to itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const line = `SUMMARY:${text.replaceAll(/[\r\n]/g, ' ')}`
      const folded = foldLine(line)
      for (const piece of folded.split('\r\n')) expect(octets(piece)).toBeLessThanOrEqual(75)
      expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(folded))).toBe(folded)
      expect(folded.replaceAll('\r\n ', '')).toBe(line)
    }),
    { numRuns: 1_000 },
  )
})

test('whatever is written into an entry is read back, and adds no line', () => {
  const count = linesOf().length
  fc.assert(
    fc.property(anyText, anyText, anyText, (summary, description, location) => {
      const lines = linesOf({ summary, description, location })
      expect(lines).toHaveLength(count)
      // RFC 5545 has no place for other control characters, and one kind of line break.
      const kept = (text: string) => [...text.replaceAll(/\r\n?/g, '\n')].filter(isWritable).join('')
      expect(readText(valueIn(lines, 'SUMMARY') ?? '')).toBe(kept(summary))
      const begin = lines.findIndex(({ value }) => value === 'VEVENT')
      expect(readText(valueIn(lines.slice(begin), 'DESCRIPTION') ?? '')).toBe(kept(description))
      expect(readText(valueIn(lines, 'LOCATION') ?? '')).toBe(kept(location))
    }),
    { numRuns: 500 },
  )
})
