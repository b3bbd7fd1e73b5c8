import { readClock } from '@/lib/clock'

/** The day it is in UTC, `2026-11-28`: for content that is valid by date. */
export function today(): string {
  return readClock().toISOString().slice(0, 10)
}
