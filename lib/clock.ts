import { AsyncLocalStorage } from 'node:async_hooks'
import { Temporal } from 'temporal-polyfill'
import type { ClockChange, ClockZone } from '@/lib/domain/calendar'

const setInstant = new AsyncLocalStorage<Date>()

/** The instant now, or the one set by `runAt`. The only reading of the system clock in the portal. */
export function readClock(): Date {
  return setInstant.getStore() ?? new Date()
}

/** Runs `work` as if it were `instant`. For the demo's past and for tests; no request ever sets it. */
export function runAt<Result>(instant: Date, work: () => Promise<Result>): Promise<Result> {
  return setInstant.run(instant, work)
}

/** The instant `minutes` after `instant`; before it when negative. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000)
}

export type LocalTime =
  | { ok: true; instant: Date }
  /** The clocks jump over it, or pass it twice: the person must choose another. */
  | { ok: false; why: 'skipped' | 'repeated' }

/**
 * The one instant a wall clock in `timeZone` shows `local` (`2027-03-28T02:30`, no offset).
 * Hours that a clock change skips or repeats have none.
 *
 * @throws {RangeError} malformed text or unknown zone
 */
export function instantOf(local: string, timeZone: string): LocalTime {
  const plain = Temporal.PlainDateTime.from(local)
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' })
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { ok: true, instant: new Date(earlier.epochMilliseconds) }
  }
  const isRepeated = earlier.toPlainDateTime().equals(plain)
  return { ok: false, why: isRepeated ? 'repeated' : 'skipped' }
}

/** What a wall clock in `timeZone` shows at `instant`: `2027-03-28T09:30`. */
export function localOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
}

/**
 * How the clocks of a zone stand around an instant: the change before it and the one after, where there are any.
 *
 * @throws {RangeError} unknown zone
 */
export function clockZoneAt(instant: Date, timeZone: string): ClockZone {
  const here = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone)
  const before = here.getTimeZoneTransition('previous')
  const after = here.getTimeZoneTransition('next')
  // A zone whose clocks never changed still has to say what they show.
  const first = before ? changeAt(before) : constantFrom(here)
  return { name: timeZone, changes: after ? [first, changeAt(after)] : [first] }
}

function changeAt(transition: Temporal.ZonedDateTime): ClockChange {
  const offsetBefore = offsetOf(transition.subtract({ nanoseconds: 1 }))
  const offsetAfter = offsetOf(transition)
  const at = transition
    .toInstant()
    .toZonedDateTimeISO('UTC')
    .add({ minutes: offsetBefore })
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
  return { kind: offsetAfter > offsetBefore ? 'DAYLIGHT' : 'STANDARD', at, offsetBefore, offsetAfter }
}

function constantFrom(here: Temporal.ZonedDateTime): ClockChange {
  const offset = offsetOf(here)
  return { kind: 'STANDARD', at: '1970-01-01T00:00', offsetBefore: offset, offsetAfter: offset }
}

function offsetOf(time: Temporal.ZonedDateTime): number {
  return Math.round(time.offsetNanoseconds / 60_000_000_000)
}
