import { AppError } from '@/lib/errors'

/** A span of time at a place, and how many people fit. */
export type WindowPlan = { startsAt: Date; endsAt: Date; capacity: number }

/** Longer than a working day is a slip of the pen. */
const windowHoursMax = 16

/** Why a window cannot be planned like this, or null when it can. */
export function windowRefusal({ startsAt, endsAt }: WindowPlan, now: Date) {
  if (endsAt <= startsAt) return 'window_ends_before_start'
  if (endsAt.getTime() - startsAt.getTime() > windowHoursMax * 3_600_000) return 'window_too_long'
  if (endsAt <= now) return 'window_in_past'
  return null
}

/** @throws {AppError} invalid — with the reason from `windowRefusal`, at the field it is about */
export function assertWindow(plan: WindowPlan, now: Date): void {
  const refusal = windowRefusal(plan, now)
  if (!refusal) return
  const field = refusal === 'window_in_past' ? 'day' : 'end'
  throw new AppError('invalid', 'invalid_input', { fields: { [field]: refusal } })
}

type Seats = { capacity: number; booked: number }

/** How many people still fit. */
export function freeSeats({ capacity, booked }: Seats): number {
  return Math.max(0, capacity - booked)
}

/** Why so many people cannot have a seat, or null when they can. */
export function seatRefusal(window: Seats & { endsAt: Date }, asked: number, now: Date) {
  if (window.endsAt <= now) return 'window_over'
  if (asked > freeSeats(window)) return 'window_full'
  return null
}

/**
 * Lets so many people in.
 * @throws {AppError} refused — with the reason from `seatRefusal`, and how many would fit
 */
export function assertSeats(window: Seats & { endsAt: Date }, asked: number, now: Date): void {
  const refusal = seatRefusal(window, asked, now)
  if (refusal) throw new AppError('refused', refusal, { values: { free: freeSeats(window), asked } })
}

/** What a window is called when nobody gave it a name: `Milan 2026-12-14 09:00`. */
export function windowName({ site, day, start }: { site: string; day: string; start: string }): string {
  return `${site} ${day} ${start}`
}
