import { and, eq, lt } from 'drizzle-orm'
import { sessions } from '@/db/schema/sessions'
import { addMinutes } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/** The person did something: their session starts idling anew. Written once a minute at most; not an event. */
export async function touchSession(actor: PersonActor): Promise<void> {
  await transact(actor, async ({ tx, now, permit, unchanged }) => {
    permit('session.end', { personId: actor.personId })
    await tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, actor.sessionId), lt(sessions.lastSeenAt, addMinutes(now, -1))))
    unchanged()
  })
}
