import { eq, max } from 'drizzle-orm'
import { db } from '@/db/client'
import { heartbeats } from '@/db/schema/sync'

/** When a worker last said that it lives; null when none ever did. */
export async function findWorkerBeat(): Promise<Date | null> {
  const [beat] = await db
    .select({ at: max(heartbeats.at) })
    .from(heartbeats)
    .where(eq(heartbeats.name, 'worker'))
  return beat?.at ?? null
}
