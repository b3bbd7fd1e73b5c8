import { expect, test } from 'vitest'
import { formatBrief, formatDay, formatTime, formatTimeRange } from '@/lib/i18n/format-time'

const rome = { language: 'en', zone: 'Europe/Rome' } as const
const now = new Date('2026-11-22T09:00:00Z')

test.each([
  ['in English', rome, '22 Nov 2026, 10:42 CET'],
  ['in Italian', { ...rome, language: 'it' } as const, '22 nov 2026, 10:42 CET'],
  ['elsewhere', { ...rome, zone: 'Asia/Kolkata' }, '22 Nov 2026, 15:12 GMT+5:30'],
])('an hour never stands without its zone, %s', (_where, context, text) => {
  expect(formatTime('2026-11-22T09:42:00Z', 'moment', context)).toBe(text)
})

test('summer time is told apart from winter time', () => {
  expect(formatTime('2026-10-25T00:30:00Z', 'time', rome)).toBe('02:30 CEST')
  expect(formatTime('2026-10-25T01:30:00Z', 'time', rome)).toBe('02:30 CET')
})

test('a window says day, hours and zone once', () => {
  expect(formatTimeRange('2026-05-12T07:00:00Z', '2026-05-12T10:00:00Z', rome)).toBe(
    'Tue, 12 May 2026, 09:00–12:00 CEST',
  )
})

test('a day without an hour is the same day everywhere', () => {
  expect(formatDay('2026-05-04', 'en')).toBe('4 May 2026')
})

test.each([
  ['today: the hour', '2026-11-22T08:42:00Z', '09:42 CET'],
  ['this year: the day', '2026-05-12T08:00:00Z', '12 May'],
  ['before: the year too', '2025-05-12T08:00:00Z', '12 May 2025'],
  ['a minute before midnight in Rome was yesterday', '2026-11-21T22:59:00Z', '21 Nov'],
  ['and a minute after is today', '2026-11-21T23:01:00Z', '00:01 CET'],
])('brief, %s', (_what, at, text) => {
  expect(formatBrief(at, now, rome)).toBe(text)
})
