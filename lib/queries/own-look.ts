import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import type { PersonActor } from '@/lib/domain/actor'
import { silentSince } from '@/lib/domain/health'
import { isUnderWay, lateSince } from '@/lib/domain/look'
import { findWorkerBeat } from './worker-beat'

/** How far the look at one's own registrations got. Instants are ISO strings. */
export type OwnLook = {
  readAt: string | null
  isUnderWay: boolean
  /** Since when Microsoft has owed an answer, where that is longer than usual. */
  lateSince: string | null
  /** Since when nobody of ours looks at all: the worker stands still. */
  silentSince: string | null
  /** Why the last look failed; null once one succeeds. */
  failure: string | null
  retryAt: string | null
}

export async function findOwnLook({ personId }: PersonActor, now: Date): Promise<OwnLook> {
  const [[look], beatAt] = await Promise.all([
    db.select().from(looks).where(eq(looks.personId, personId)),
    findWorkerBeat(),
  ])
  return {
    readAt: iso(look?.readAt),
    isUnderWay: look !== undefined && isUnderWay(look),
    lateSince: iso(look && lateSince(look, now)),
    silentSince: iso(silentSince(beatAt, now)),
    failure: look?.failure ?? null,
    retryAt: iso(look?.retryAt),
  }
}

function iso(instant: Date | null | undefined): string | null {
  return instant?.toISOString() ?? null
}
