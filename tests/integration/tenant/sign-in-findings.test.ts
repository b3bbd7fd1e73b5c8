import { expect, test } from 'vitest'
import { addMinutes, readClock } from '@/lib/clock'
import { startSession } from '@/lib/commands/session/start-session'
import { readFindings } from '@/lib/domain/findings'
import { gatherFacts } from '@/lib/effects/examine-tenant'
import { readerAccess } from '@/lib/graph/access'
import { makePerson } from '@/tests/support/make'

const found = async () => readFindings(await gatherFacts(readerAccess('high')))
const codes = async () => (await found()).map(({ code }) => code)

const signIn = async (claims: object, token: { missing: string[] } | null = null) => {
  const { entraId, displayName } = await makePerson()
  const common = {
    freshSince: null,
    address: null,
    browser: null,
  }
  const first = {
    oid: entraId,
    tid: '11111111-1111-4111-8111-111111111111',
    name: displayName,
    roles: [],
    amr: ['pwd', 'mfa'],
    auth_time: Math.floor(readClock().getTime() / 1000),
  }
  const visitor = { kind: 'visitor', reference: null } as const
  const secret = await startSession(visitor, {
    ...common,
    app: 'portal',
    claims: { ...first, ...claims },
    token: null,
    previousSecret: null,
  })
  if (!token) return
  await startSession(visitor, {
    ...common,
    app: 'desk',
    claims: first,
    token: { value: 'a token', expiresAt: addMinutes(readClock(), 60), ...token },
    previousSecret: secret,
  })
}

test('consent_missing, until a sign-in brings all of it', async () => {
  await signIn({}, { missing: ['User.RevokeSessions.All'] })
  expect(await found()).toContainEqual({
    code: 'consent_missing',
    weight: 'stop',
    values: { app: 'Desk', rights: 'User.RevokeSessions.All' },
  })
  await signIn({}, { missing: [] })
  expect(await codes()).not.toContain('consent_missing')
})

test('claims_missing', async () => {
  await signIn({ amr: [] })
  expect(await codes()).toContain('claims_missing')
})
