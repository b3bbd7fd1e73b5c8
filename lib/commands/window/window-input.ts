import { z } from 'zod'
import type { windows } from '@/db/schema/waves'
import { instantOf } from '@/lib/clock'
import { assertWindow, windowName } from '@/lib/domain/window'
import { AppError } from '@/lib/errors'

const text = (max: number) => z.string().trim().min(1, 'field_required').max(max, 'field_too_long')
const clock = z
  .string()
  .min(1, 'field_required')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field_invalid')

/** A window as a planner writes it: a day, wall-clock times, and the zone they are meant in. */
export const WindowInput = z.object({
  site: text(120),
  /** A box that is not ticked sends nothing. */
  isAtHome: z.literal('yes').optional(),
  day: z
    .string()
    .min(1, 'field_required')
    .regex(/^20\d\d-\d\d-\d\d$/, 'field_invalid'),
  start: clock,
  end: clock,
  timeZone: text(60),
  capacity: z.coerce.number('field_required').int().min(1, 'field_required').max(100_000, 'field_invalid'),
  /** Empty: named after place and time. */
  windowName: z.string().trim().max(80, 'field_too_long').default(''),
})

export type WindowInput = z.output<typeof WindowInput>

/** The window meant, in instants. @throws {AppError} invalid — at the field that is at fault */
export function plannedWindow(input: WindowInput, now: Date): Omit<typeof windows.$inferInsert, 'waveId'> {
  const { site, day, start, end, timeZone, capacity } = input
  const isAtHome = input.isAtHome === 'yes'
  const plan = {
    startsAt: instantAt('start', `${day}T${start}`, timeZone),
    endsAt: instantAt('end', `${day}T${end}`, timeZone),
    capacity,
  }
  assertWindow(plan, now)
  return { ...plan, site, isAtHome, timeZone, name: input.windowName || windowName({ site, day, start }) }
}

function instantAt(field: 'start' | 'end', local: string, timeZone: string): Date {
  assertZone(timeZone)
  const time = localTime(local, timeZone)
  if (time === null) throw new AppError('invalid', 'invalid_input', { fields: { day: 'field_invalid' } })
  if (time.ok) return time.instant
  const code = time.why === 'skipped' ? 'window_time_skipped' : 'window_time_repeated'
  throw new AppError('invalid', 'invalid_input', { fields: { [field]: code } })
}

/** Null for a day that no calendar has. */
function localTime(local: string, timeZone: string) {
  try {
    return instantOf(local, timeZone)
  } catch {
    return null
  }
}

function assertZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch (cause) {
    throw new AppError('invalid', 'invalid_input', { fields: { timeZone: 'zone_unknown' }, cause })
  }
}
