import { eq } from 'drizzle-orm'
import { sessions } from '@/db/schema/sessions'
import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/** The person signs out: the session and the tokens it held are gone. Safe to repeat. */
export async function endSession(actor: PersonActor): Promise<void> {
  await transact(actor, async ({ tx, now, permit, record, unchanged }) => {
    permit('session.end', { personId: actor.personId })
    const [row] = await tx.select().from(sessions).where(eq(sessions.id, actor.sessionId)).for('update')
    if (!row || row.revokedAt) return unchanged()
    await tx
      .update(sessions)
      .set({ revokedAt: now, revokedWhy: 'signed_out', selfToken: null, deskToken: null })
      .where(eq(sessions.id, row.id))
    record(
      'session.ended',
      { kind: 'session', id: row.id, oid: actor.entraId },
      { detail: { why: 'signed_out' } },
    )
  })
}
