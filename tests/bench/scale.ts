import type { Sql } from 'postgres'
import type { GraphApp } from '@/lib/graph/access'
import { type Allowance, allowances } from '@/lib/graph/family'
import { control } from '@/tests/support/control'

/** Of every call to Graph, on the emulator's clock. */
export const ROUND_TRIP_MS = 200

/**
 * Lets the emulator's clock run so many times as fast: its limits and the round trip follow, and so do the figures we
 * begin with. What we do ourselves takes as long as ever, and so weighs `scale` times as much.
 */
export async function setScale(owner: Sql, app: GraphApp, scale: number): Promise<void> {
  // Setting the limits fills every bucket: a new day.
  await control('PATCH', '/settings', {
    timeScale: scale,
    roundTripMs: ROUND_TRIP_MS / scale,
    throttleScale: 1,
  })
  const families: [string, Allowance][] = Object.entries(allowances)
  for (const [family, { perSecond, burst }] of families)
    await owner`
      insert into graph_allowances (app, family, per_second, burst, level, level_at)
      values (${app}, ${family}, ${perSecond * scale}, ${burst}, ${burst}, clock_timestamp())`
}
