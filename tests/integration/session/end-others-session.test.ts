import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { sessions } from '@/db/schema/sessions'
import { addMinutes } from '@/lib/clock'
import { endOthersSession } from '@/lib/commands/session/end-others-session'
import type { PersonActor, Role } from '@/lib/domain/actor'
import { isLive } from '@/lib/domain/session'
import { listLiveSessions } from '@/lib/queries/live-sessions'
import { listRoleHolders } from '@/lib/queries/roles'
import { findSignedIn } from '@/lib/queries/session'
import { makePerson, personActor } from '@/tests/support/make'
import { makeSession } from '@/tests/support/make-session'

const everybody = { q: '', page: null }
let owner: PersonActor
let now: Date

beforeEach(async () => {
  await db.update(sessions).set({ revokedAt: new Date() })
  owner = personActor(await makePerson({ displayName: 'Olga Owner' }), ['owner'])
  now = new Date()
})

function eventsOf(sessionId: string) {
  return db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, sessionId), eq(auditEvents.type, 'session.ended')))
}

test('an Owner ends a session: it counts no longer, its tokens are gone, and the log says whose it was', async () => {
  const elio = await makePerson({ displayName: 'Elio Esposito' })
  const session = await makeSession(elio)
  expect(await findSignedIn(session.secretHash)).not.toBeNull()

  await endOthersSession(owner, { sessionId: session.id })

  expect(await findSignedIn(session.secretHash)).toBeNull()
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id))
  expect(row).toMatchObject({ revokedWhy: 'ended_by_owner', selfToken: null })
  expect(await eventsOf(session.id)).toMatchObject([
    { actorOid: owner.entraId, subjectOid: elio.entraId, outcome: 'done' },
  ])
})

test('for anybody else the sessions of others do not exist, and their own is not theirs to end here', async () => {
  const [elio, lia] = [await makePerson(), await makePerson()]
  const helpdesk = personActor(lia, ['helpdesk', 'planner', 'auditor'])
  const foreign = await makeSession(elio)
  const own = await makeSession(lia)
  const attempt = endOthersSession(helpdesk, { sessionId: foreign.id })
  await expect(attempt).rejects.toMatchObject({ kind: 'not_found' })
  const ownAttempt = endOthersSession(helpdesk, { sessionId: own.id })
  await expect(ownAttempt).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await findSignedIn(foreign.secretHash)).not.toBeNull()
  await expect(listLiveSessions(helpdesk, everybody)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(listRoleHolders(helpdesk)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a session that has ended is not ended again', async () => {
  const session = await makeSession(await makePerson(), { lastSeenAt: addMinutes(now, -61) })
  const attempt = endOthersSession(owner, { sessionId: session.id })
  await expect(attempt).rejects.toMatchObject({ kind: 'refused', code: 'session_has_ended' })
  expect(await eventsOf(session.id)).toEqual([])
})

test('two Owners at once: one ends it, the other is told', async () => {
  const other = personActor(await makePerson(), ['owner'])
  const session = await makeSession(await makePerson())
  const attempts = await Promise.allSettled(
    [owner, other].map((actor) => endOthersSession(actor, { sessionId: session.id })),
  )
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await eventsOf(session.id)).toHaveLength(1)
})

test('the list shows exactly the sessions that the rule calls live', async () => {
  const person = await makePerson({ displayName: 'Elio Esposito' })
  const ages: [Role[], number][] = [
    [['employee'], 0],
    [['employee'], -59],
    [['employee'], -61],
    [['employee', 'planner'], -14],
    [['employee', 'planner'], -16],
  ]
  const made = []
  for (const [roles, age] of ages) {
    made.push(await makeSession(person, { roles, lastSeenAt: addMinutes(now, age) }))
  }
  made.push(await makeSession(person, { expiresAt: addMinutes(now, -1) }))
  made.push(await makeSession(person, { revokedAt: now }))

  const { sessions: listed } = await listLiveSessions(owner, everybody)
  const live = made.filter((session) => isLive(session, now)).map(({ id }) => id)
  expect(live).toHaveLength(3)
  expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(live))
})

test('many sessions are paged without gaps, and found by name', async () => {
  const person = await makePerson({ displayName: 'Nora Newnumber' })
  for (let age = 0; age < 60; age += 1) {
    await makeSession(person, { lastSeenAt: new Date(now.getTime() - Math.floor(age / 2) * 1000) })
  }
  const first = await listLiveSessions(owner, { q: 'nora new', page: null })
  const second = await listLiveSessions(owner, { q: 'nora new', page: first.next })
  const ids = [...first.sessions, ...second.sessions].map(({ id }) => id)
  expect([first.sessions.length, new Set(ids).size, second.next]).toEqual([50, 60, null])
  expect((await listLiveSessions(owner, { q: '100% nobody_', page: null })).sessions).toEqual([])
})

test('whoever has a role is listed as the last sign-in showed it, and employees are not', async () => {
  const seenAt = new Date('2026-11-20T09:00:00Z')
  await makePerson({ displayName: 'Paola Planner', roles: ['employee', 'planner'], rolesSeenAt: seenAt })
  await makePerson({ displayName: 'Elio Employee', roles: ['employee'], rolesSeenAt: seenAt })
  const holders = await listRoleHolders(owner)
  expect(holders.map(({ name }) => name)).toEqual(['Paola Planner'])
  expect(holders[0]).toMatchObject({ roles: ['planner'], seenAt: seenAt.toISOString(), isGone: false })
})
