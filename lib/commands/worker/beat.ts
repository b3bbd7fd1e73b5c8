import { sql } from 'drizzle-orm'
import { graphHealth, heartbeats } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/** How Graph treated one app, as one process saw it. */
type Seen = { app: string; answeredAt: Date | null; failedAt: Date | null; failure: string | null }

/** Says that a process lives, and how it found Graph. Several processes may share a name: one is enough. */
export async function beat(
  actor: JobActor,
  { name, graph }: { name: string; graph: readonly Seen[] },
): Promise<void> {
  await transact(actor, async ({ tx, now, permit, unchanged }) => {
    permit('worker.beat')
    // A sign of life every few seconds is no event.
    unchanged()
    await tx
      .insert(heartbeats)
      .values({ name, at: now })
      .onConflictDoUpdate({ target: heartbeats.name, set: { at: now } })
    if (graph.length === 0) return
    await tx
      .insert(graphHealth)
      .values([...graph])
      .onConflictDoUpdate({
        target: graphHealth.app,
        set: {
          answeredAt: sql`greatest(${graphHealth.answeredAt}, excluded.answered_at)`,
          failedAt: sql`excluded.failed_at`,
          failure: sql`excluded.failure`,
        },
      })
  })
}
