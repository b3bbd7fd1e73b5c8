import { and, eq, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { sessions } from '@/db/schema/sessions'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { is, type PersonActor } from '@/lib/domain/actor'
import { isLive } from '@/lib/domain/session'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({ sessionId: z.uuid() })

/**
 * An Owner ends somebody's session: their next click asks them to sign in, and the tokens it held are gone.
 *
 * @throws {AppError} not_found — absent, or not theirs to see · refused — it has ended already
 */
export async function endOthersSession(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { sessionId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { session, entraId } = await lockSession(work, actor, sessionId)
    work.permit('session.end_other', session)
    if (!isLive(session, work.now)) throw new AppError('refused', 'session_has_ended')

    await work.tx
      .update(sessions)
      .set({ revokedAt: work.now, revokedWhy: 'ended_by_owner', selfToken: null, deskToken: null })
      .where(eq(sessions.id, session.id))
    work.record(
      'session.ended',
      { kind: 'session', id: session.id, oid: entraId },
      { detail: { why: 'ended_by_owner' } },
    )
    const { id, personId } = session
    await queueMessage(work, { kind: 'security_notice', personId, params: { what: 'sessions_ended', id } })
  })
}

/** An Owner sees every session, anybody else their own. */
async function lockSession({ tx }: Work, actor: PersonActor, sessionId: string) {
  const [row] = await tx
    .select({ session: sessions, entraId: people.entraId })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.id, sessionId),
        or(is(actor, 'owner') ? sql`true` : sql`false`, eq(sessions.personId, actor.personId)),
      ),
    )
    .for('update', { of: sessions })
  if (!row) throw new AppError('not_found', 'not_found')
  return row
}
