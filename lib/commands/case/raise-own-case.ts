import { and, eq, isNull, ne } from 'drizzle-orm'
import { cases } from '@/db/schema/desk'
import { sessions } from '@/db/schema/sessions'
import { freeze, lockOpenSwap } from '@/lib/commands/swap/freeze'
import type { PersonActor } from '@/lib/domain/actor'
import { caseName } from '@/lib/domain/case'
import { transact, type Work } from '@/lib/transact'
import { insertCase } from './insert-case'
import { lockPerson } from './lock-person'
import { raiseCase } from './raise-case'

/** What the person is told: what to say on the phone. */
export type RaisedCase = { caseId: string; number: string }

/**
 * "It was not me": the person's move stands still, the desk has an urgent case, and every other session of
 * theirs in this portal ends. Nothing is done at Microsoft, but it is read. Safe to repeat.
 */
export async function raiseOwnCase(actor: PersonActor): Promise<RaisedCase> {
  return transact(actor, async (work) => {
    const { tx, permit, unchanged, enqueue } = work
    const person = await lockPerson(tx, actor, actor.personId)
    permit('case.raise_own', person)
    // Nothing below may have been left to do.
    unchanged()

    const found = await openUrgent(work, person)
    const swap = await lockOpenSwap(tx, person.id)
    if (swap && !swap.frozenAt)
      await freeze(work, { swap, entraId: person.entraId, why: 'not_me', caseNumber: found.number })
    await endOtherSessions(work, actor)
    await enqueue('methods.look', { personId: person.id }, { key: person.id, priority: 10 })
    return { caseId: found.id, number: caseName(found.number) }
  })
}

async function openUrgent(work: Work, person: { id: string; entraId: string }) {
  const [open] = await work.tx
    .select()
    .from(cases)
    .where(and(eq(cases.personId, person.id), isNull(cases.closedAt)))
    .for('update')
  if (!open) return insertCase(work, { person, reason: 'not_me', state: 'waiting' })
  await raiseCase(work, { found: open, entraId: person.entraId, why: 'not_me' })
  return open
}

async function endOtherSessions({ tx, now, record }: Work, { personId, sessionId, entraId }: PersonActor) {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now, revokedWhy: 'not_me', selfToken: null, deskToken: null })
    .where(and(eq(sessions.personId, personId), ne(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ id: sessions.id })
  for (const { id } of ended)
    record('session.ended', { kind: 'session', id, oid: entraId }, { detail: { why: 'not_me' } })
}
