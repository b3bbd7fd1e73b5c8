import { and, eq, lt, sql } from 'drizzle-orm'
import { rateBuckets } from '@/db/schema/rates'
import { type RateLimit, type RateName, rateLimits, restedBefore, spend } from '@/lib/domain/rate'
import type { Work } from '@/lib/transact'

/**
 * Spends one try of a limit, for this address and for everybody. False when either has none left; then nothing
 * is spent. The caller must commit either way, or a try would cost nothing.
 *
 * @param addressHash null when nothing is known of where it comes from: all such share one bucket
 */
export async function takeTurn(work: Work, name: RateName, addressHash: string | null): Promise<boolean> {
  const { address, everybody } = rateLimits[name]
  const own = await lockBucket(work, { limit: `${name}.address`, key: addressHash ?? 'unknown' }, address)
  const all = await lockBucket(work, { limit: `${name}.everybody`, key: 'everybody' }, everybody)
  if (!own || !all) return false
  for (const { row, left } of [own, all]) {
    await work.tx
      .update(rateBuckets)
      .set(left)
      .where(and(eq(rateBuckets.limit, row.limit), eq(rateBuckets.key, row.key)))
  }
  return true
}

type Key = { limit: string; key: string }

/** Always in the same order, own before everybody's, so that two at once never wait for each other. */
async function lockBucket({ tx, now }: Work, key: Key, limit: RateLimit) {
  await tx
    .insert(rateBuckets)
    .values({ ...key, level: limit.burst, at: now })
    .onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(rateBuckets)
    .where(and(eq(rateBuckets.limit, key.limit), eq(rateBuckets.key, key.key)))
    .for('update')
  const left = row ? spend(row, limit, now) : null
  return row && left ? { row, left } : null
}

/** Takes away what is full again. */
export async function sweepBuckets({ tx, now }: Work): Promise<void> {
  const due = tx
    .select({ limit: rateBuckets.limit, key: rateBuckets.key })
    .from(rateBuckets)
    .where(lt(rateBuckets.at, restedBefore(now)))
    .limit(1_000)
    .for('update', { skipLocked: true })
  await tx.delete(rateBuckets).where(sql`(${rateBuckets.limit}, ${rateBuckets.key}) in ${due}`)
}
