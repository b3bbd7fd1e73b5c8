/** How often something may be tried: `burst` at once, and `perMinute` more with time. */
export type RateLimit = { burst: number; perMinute: number }

/**
 * Every limit on what somebody who has not signed in may try. Each is counted for an address and for
 * everybody together, so that neither many tries from one place nor few from many get far.
 */
export const rateLimits = {
  'message.check': { address: { burst: 10, perMinute: 2 }, everybody: { burst: 120, perMinute: 60 } },
} as const satisfies Record<string, { address: RateLimit; everybody: RateLimit }>

export type RateName = keyof typeof rateLimits

/** What is left of a limit. */
export type Bucket = { level: number; at: Date }

/** The bucket after one more try, or null when there is none left. A bucket nobody has used is full. */
export function spend(bucket: Bucket | null, { burst, perMinute }: RateLimit, now: Date): Bucket | null {
  // A clock that went back gives nothing.
  const minutes = bucket ? Math.max(0, now.getTime() - bucket.at.getTime()) / 60_000 : 0
  const level = bucket ? Math.min(burst, bucket.level + minutes * perMinute) : burst
  return level < 1 ? null : { level: level - 1, at: now }
}

/** Who has not tried since this instant has a full bucket again, and needs no row. */
export function restedBefore(now: Date): Date {
  return new Date(now.getTime() - RESTED_HOURS * 3_600_000)
}

/** Longer than any bucket takes to fill. */
const RESTED_HOURS = 2
