import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { sessions, signIns } from '@/db/schema/sessions'
import { addMinutes, runAt } from '@/lib/clock'
import { endSession } from '@/lib/commands/session/end-session'
import { startSession } from '@/lib/commands/session/start-session'
import { findSealedToken, findSignedIn } from '@/lib/queries/session'
import { digestOf, unseal } from '@/lib/seal'
import { makePerson } from '@/tests/support/make'
import { makeSwap } from '@/tests/support/make-swap'

const visitor = { kind: 'visitor', reference: null } as const
const now = new Date('2026-11-23T09:00:00Z')

type Wish = Partial<Parameters<typeof startSession>[1]> & { roles?: string[]; amr?: string[]; at?: Date }

function signIn(
  person: { entraId: string; displayName: string },
  { roles = [], amr = ['pwd', 'mfa'], at = now, ...wish }: Wish = {},
) {
  return runAt(at, () =>
    startSession(visitor, {
      app: 'portal',
      claims: {
        oid: person.entraId,
        tid: '11111111-1111-4111-8111-111111111111',
        name: person.displayName,
        roles,
        amr,
        auth_time: Math.floor(at.getTime() / 1000),
      },
      token: null,
      freshSince: null,
      previousSecret: null,
      address: '192.0.2.7',
      browser: 'Firefox',
      ...wish,
    }),
  )
}

const seenAt = (at: Date, secret: string) => runAt(at, () => findSignedIn(digestOf(secret)))

test('a sign-in makes a session that only its secret opens, and the log says so', async () => {
  const person = await makePerson()
  const secret = await signIn(person, { roles: ['Planner', 'SiteCoordinator', 'Unknown'] })

  expect((await seenAt(now, secret))?.actor).toMatchObject({
    personId: person.id,
    roles: ['employee', 'planner', 'site_coordinator'],
  })
  expect(await seenAt(now, 'another-secret')).toBeNull()
  const [row] = await db.select().from(sessions).where(eq(sessions.personId, person.id))
  expect(JSON.stringify(row)).not.toContain(secret)
  expect(JSON.stringify(row)).not.toContain('192.0.2.7')
  const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectOid, person.entraId))
  expect(events.map(({ type }) => type)).toEqual(['session.started'])
})

test('somebody the directory sync has not met yet is taken in, as an employee', async () => {
  const stranger = { entraId: '3f0c2f39-6f8e-4a7b-9d53-0d3a4b1c2d3e', displayName: 'New Colleague' }
  const secret = await signIn(stranger)
  expect((await seenAt(now, secret))?.actor.roles).toEqual(['employee'])
  expect(await db.select().from(people).where(eq(people.entraId, stranger.entraId))).toHaveLength(1)
})

describe('a session is over', () => {
  test.each([
    ['after 15 idle minutes for staff', ['Helpdesk'], 16],
    ['after 60 idle minutes for an employee', [], 61],
  ])('%s', async (_when, roles, minutes) => {
    const secret = await signIn(await makePerson(), { roles })
    expect(await seenAt(addMinutes(now, minutes - 2), secret)).not.toBeNull()
    expect(await seenAt(addMinutes(now, minutes), secret)).toBeNull()
  })

  test('once its owner signed out, whatever the cookie says', async () => {
    const secret = await signIn(await makePerson())
    const signedIn = await seenAt(now, secret)
    await runAt(now, () => endSession(signedIn!.actor))
    expect(await seenAt(now, secret)).toBeNull()
  })

  test('when the directory disables the account', async () => {
    const person = await makePerson()
    const secret = await signIn(person)
    await db.update(people).set({ isEnabled: false }).where(eq(people.id, person.id))
    expect(await seenAt(now, secret)).toBeNull()
  })
})

describe('a step-up', () => {
  const later = addMinutes(now, 5)
  const token = { value: 'a.graph.token', expiresAt: addMinutes(now, 60) }

  test('makes a new session that keeps the roles, and ends the old one', async () => {
    const person = await makePerson()
    const first = await signIn(person, { roles: ['Helpdesk'] })
    const second = await signIn(person, {
      app: 'desk',
      token,
      previousSecret: first,
      freshSince: later,
      at: later,
    })

    expect(await seenAt(later, first)).toBeNull()
    const signedIn = await seenAt(later, second)
    expect(signedIn?.actor.roles).toEqual(['employee', 'helpdesk'])
    const sealed = await runAt(later, () => findSealedToken(signedIn!.actor, 'desk'))
    expect(sealed).not.toContain('graph')
    expect(unseal(sealed!, `${signedIn!.actor.sessionId}:desk`)).toBe('a.graph.token')
    expect(unseal(sealed!, `${signedIn!.actor.sessionId}:self`)).toBeNull()
    expect(await runAt(addMinutes(now, 61), () => findSealedToken(signedIn!.actor, 'desk'))).toBeNull()
  })

  test('by somebody else ends the session and brings nothing', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const first = await signIn(person, { roles: ['Helpdesk'] })
    const attempt = signIn(other, { app: 'desk', token, previousSecret: first, at: later })
    await expect(attempt).rejects.toMatchObject({ kind: 'unauthenticated', code: 'step_up_by_other' })
    expect(await seenAt(later, first)).toBeNull()
    expect(await db.select().from(sessions).where(eq(sessions.personId, other.id))).toEqual([])
  })

  test('without a session to step up from is refused', async () => {
    await expect(signIn(await makePerson(), { app: 'self', token })).rejects.toMatchObject({
      code: 'step_up_by_other',
    })
  })

  test('counts as fresh only when Microsoft says the sign-in came after it was asked for', async () => {
    const person = await makePerson()
    const first = await signIn(person)
    const stale = {
      oid: person.entraId,
      tid: '11111111-1111-4111-8111-111111111111',
      auth_time: Math.floor(now.getTime() / 1000),
    }
    const asked = addMinutes(now, 10)
    await signIn(person, {
      app: 'self',
      token,
      previousSecret: first,
      freshSince: asked,
      at: asked,
      claims: stale,
    })
    const rows = await db.select().from(signIns).where(eq(signIns.personId, person.id))
    expect(rows.map(({ isFresh }) => isFresh)).toEqual([false, false])
  })

  test('without auth_time in the token is never fresh', async () => {
    const person = await makePerson()
    const first = await signIn(person)
    const bare = { oid: person.entraId, tid: '11111111-1111-4111-8111-111111111111' }
    await signIn(person, { app: 'self', token, previousSecret: first, freshSince: now, claims: bare })
    const rows = await db.select().from(signIns).where(eq(signIns.personId, person.id))
    expect(rows.some(({ isFresh }) => isFresh)).toBe(false)
  })
})

describe('during a swap, the worker is asked to look', () => {
  const looks = async (person: { id: string }) => {
    const owner = postgres(testDatabase.owner, { max: 1 })
    const rows =
      await owner`select from pgboss.job where name = 'methods.look' and data ->> 'personId' = ${person.id}`
    await owner.end()
    return rows.length
  }

  test('after a fresh sign-in, since Microsoft may name the registration that was used', async () => {
    const person = await makePerson()
    await makeSwap(person)
    await signIn(person)
    expect(await looks(person)).toBe(0)
    await signIn(person, { freshSince: now })
    expect(await looks(person)).toBe(1)
  })

  test('and never for somebody who has none', async () => {
    const person = await makePerson()
    await signIn(person, { freshSince: now })
    expect(await looks(person)).toBe(0)
  })
})
