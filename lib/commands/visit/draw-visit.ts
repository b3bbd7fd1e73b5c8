import { asc, eq, inArray, lt } from 'drizzle-orm'
import { visitBuckets } from '@/db/schema/references'
import { addMinutes } from '@/lib/clock'
import { allowances, type Drawn, draw } from '@/lib/domain/bucket'
import { blindOf } from '@/lib/seal'
import type { Work } from '@/lib/transact'

/**
 * Takes one request out of the address's bucket and of everybody's, in the database, so that all web processes
 * count together. Returns how long to wait in ms, with nothing taken, where one of them is empty; else null.
 *
 * @param address as the proxy gives it; only a keyed hash of it is kept, for a day
 */
export async function drawVisit(
  { tx, now }: Work,
  drawn: Drawn,
  address: string | null,
): Promise<number | null> {
  const all = `${drawn} *`
  const each = `${drawn} ${address ? blindOf(address) : 'unknown'}`
  await tx.delete(visitBuckets).where(lt(visitBuckets.levelAt, addMinutes(now, -24 * 60)))
  const { burst } = allowances[drawn].each
  await tx
    .insert(visitBuckets)
    .values([
      { name: all, level: allowances[drawn].all.burst, levelAt: now },
      { name: each, level: burst, levelAt: now },
    ])
    .onConflictDoNothing()
  const rows = await tx
    .select()
    .from(visitBuckets)
    .where(inArray(visitBuckets.name, [all, each]))
    // Always in the same order, so that no two wait for each other.
    .orderBy(asc(visitBuckets.name))
    .for('update')

  const takes = rows.map((row) => ({
    name: row.name,
    take: draw(row, allowances[drawn][row.name === all ? 'all' : 'each'], now),
  }))
  const waits = takes.flatMap(({ take }) => ('waitMs' in take ? [take.waitMs] : []))
  if (waits.length > 0) return Math.max(...waits)
  for (const { name, take } of takes) {
    if ('left' in take) await tx.update(visitBuckets).set(take.left).where(eq(visitBuckets.name, name))
  }
  return null
}
