import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { type Actor, is } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { isUnderWay, isWaiting } from '@/lib/domain/look'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'

/** How far the last look at somebody's registrations got. */
export type LookView = {
  /** What is shown was true then or later; null before the first good look. */
  readAt: string | null
  /** Whether an answer newer than the last question is on its way. */
  isWaiting: boolean
  /** Why the last look failed; null when it did not, and once it is asked for again. */
  failure: MessageCode | null
  /** When it is tried again by itself. */
  retryAt: string | null
}

/** For oneself, or anybody for the desk and planners. @throws {AppError} not_found — not theirs to see */
export async function getLook(actor: Actor, personId: string): Promise<LookView> {
  const isSelf = actor.kind === 'person' && actor.personId === personId
  if (!isSelf && !isDeskStaff(actor) && !is(actor, 'planner')) throw new AppError('not_found', 'not_found')
  const [look] = await db
    .select()
    .from(looks)
    .where(eq(looks.personId, parseId(personId)))
  if (!look) return { readAt: null, isWaiting: false, failure: null, retryAt: null }
  const isStanding = look.retryAt !== null || !isUnderWay(look)
  return {
    readAt: look.readAt?.toISOString() ?? null,
    isWaiting: isWaiting(look),
    // Written by our own commands alone, from the codes of errors.
    failure: isStanding ? (look.failure as MessageCode | null) : null,
    retryAt: look.retryAt?.toISOString() ?? null,
  }
}
