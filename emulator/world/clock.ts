/** The computer's clock in milliseconds. Tokens, timestamps and logs use it unmoved. */
export function realNow(): number {
  return Date.now()
}

/** Milliseconds as an instant in Graph's spelling, for example 2026-11-22T09:00:00Z. */
export function isoAt(ms: number): string {
  return new Date(ms).toISOString().replace(/\.000Z$/, 'Z')
}

/** Milliseconds as HTTP writes dates, for example Sun, 22 Nov 2026 09:00:00 GMT. */
export function httpDate(ms: number): string {
  return new Date(ms).toUTCString()
}

/** Milliseconds of an ISO instant; NaN when it is none. */
export function msOf(iso: string): number {
  return Date.parse(iso)
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
