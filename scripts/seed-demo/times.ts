import { addMinutes, readClock } from '@/lib/clock'

const started = readClock()

/** An instant before the seeding began: `ago(2)` two days, `ago(0, 3)` three hours, `ago(0, 0, 10)` ten minutes. */
export function ago(days: number, hours = 0, minutes = 0): Date {
  return addMinutes(started, -(days * 24 * 60 + hours * 60 + minutes))
}
