import { and, eq, isNull, ne } from 'drizzle-orm'
import { db } from '@/db/client'
import { sessions } from '@/db/schema/sessions'
import { swaps } from '@/db/schema/swaps'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { isLive } from '@/lib/domain/session'
import { findOwnCase, type OwnCaseView } from './own-case'

/** What "It was not me" would do for this person, or has done. */
export type NotMeView = {
  hasSwap: boolean
  frozenAt: string | null
  case: OwnCaseView | null
  /** Other browsers signed in as this person now. */
  otherSessions: number
}

/** How the actor's own move, case and sessions stand. */
export async function getNotMe(actor: PersonActor): Promise<NotMeView> {
  const { personId } = actor
  const [swap] = await db
    .select()
    .from(swaps)
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
  const others = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.id, actor.sessionId), isNull(sessions.revokedAt)))
  const now = readClock()
  return {
    hasSwap: swap !== undefined,
    frozenAt: swap?.frozenAt?.toISOString() ?? null,
    case: await findOwnCase(actor),
    otherSessions: others.filter((session) => isLive(session, now)).length,
  }
}
