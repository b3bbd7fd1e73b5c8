/** How much can gather, and how much comes free in an hour. */
export type Allowance = { burst: number; perHour: number }

export type Bucket = { level: number; levelAt: Date }

/**
 * One request taken out of a bucket: what is left, or how long to wait for the next. Null: nobody has drawn
 * from it yet, and it is full.
 */
export function draw(
  bucket: Bucket | null,
  { burst, perHour }: Allowance,
  now: Date,
): { left: Bucket } | { waitMs: number } {
  const hours = bucket ? Math.max(0, now.getTime() - bucket.levelAt.getTime()) / hourMs : 0
  const level = Math.min(burst, (bucket?.level ?? burst) + hours * perHour)
  if (level >= 1) return { left: { level: level - 1, levelAt: now } }
  return { waitMs: Math.ceil(((1 - level) / perHour) * hourMs) }
}

const hourMs = 60 * 60_000

/**
 * What may be asked without signing in: for one address, which can be a whole office, and for all of them
 * together. Whoever is refused is told that they need none of it to call.
 */
export const allowances = {
  reference: { each: { burst: 60, perHour: 240 }, all: { burst: 600, perHour: 3600 } },
  message: { each: { burst: 20, perHour: 240 }, all: { burst: 600, perHour: 6000 } },
  lookup: { each: { burst: 120, perHour: 600 }, all: { burst: 6000, perHour: 36_000 } },
} as const satisfies Record<string, { each: Allowance; all: Allowance }>

export type Drawn = keyof typeof allowances
