import { createHash } from 'node:crypto'

import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { getPerson } from '@/emulator/world/people'
import { listRings } from '@/emulator/world/ring'
import { totpNow } from '@/emulator/world/totp'
import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let jar: Map<string, string>
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  jar = new Map()
  await emulator.reset()
})
afterAll(() => emulator.stop())

const tenant = () => `${emulator.origin}/${emulator.world.tenant.id}`
const callback = (app: string) => `http://localhost:3000/api/auth/callback/${app}`

/** One request of a browser that keeps cookies and does not follow redirects. */
async function browse(address: string, form?: Record<string, string>) {
  const response = await fetch(new URL(address, emulator.origin), {
    redirect: 'manual',
    headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  for (const set of response.headers.getSetCookie()) {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
    if (value === '' || /max-age=0/i.test(set)) jar.delete(name)
    else jar.set(name, value)
  }
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    text: await response.text(),
  }
}

/** Asks for a sign-in; where the browser is sent. */
async function authorize(app: 'portal' | 'self' | 'desk', more: Record<string, string> = {}) {
  const { clientId } = emulator.world.apps[app]
  const query = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: callback(app),
    scope: 'openid profile email',
    state: 'some-state',
    nonce: 'some-nonce',
    ...more,
  })
  return (await browse(`${tenant()}/oauth2/v2.0/authorize?${query}`)).location
}

/** One click on a name, and back to the app. */
async function pick(page: string, name: string) {
  const { location } = await browse(`${page}/pick`, { person: emulator.id(name) })
  return location.startsWith('/signin') ? location : (await browse(location)).location
}

async function redeem(app: 'portal' | 'self' | 'desk', arrived: string, more: Record<string, string> = {}) {
  const { clientId, clientSecret } = emulator.world.apps[app]
  const code = new URL(arrived).searchParams.get('code') ?? ''
  const form = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: callback(app),
    client_id: clientId,
    client_secret: clientSecret,
    ...more,
  }
  const response = await fetch(`${tenant()}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: await response.json() }
}

async function claimsOf(app: 'portal' | 'self' | 'desk', arrived: string) {
  return decodeJwt((await redeem(app, arrived)).body.id_token)
}

describe('the tenant’s metadata', () => {
  // https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
  test('is where Entra has it', async () => {
    const discovery = JSON.parse((await browse(`${tenant()}/v2.0/.well-known/openid-configuration`)).text)
    expect(discovery).toMatchObject({
      issuer: `${tenant()}/v2.0`,
      authorization_endpoint: `${tenant()}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenant()}/oauth2/v2.0/token`,
      jwks_uri: `${tenant()}/discovery/v2.0/keys`,
      end_session_endpoint: `${tenant()}/oauth2/v2.0/logout`,
      subject_types_supported: ['pairwise'],
    })
  })

  test('has the key that ID tokens are signed with', async () => {
    const arrived = await pick(await authorize('portal'), 'Olga')
    const { body } = await redeem('portal', arrived)
    const keys = createRemoteJWKSet(new URL(`${tenant()}/discovery/v2.0/keys`))
    const { payload } = await jwtVerify(body.id_token, keys, {
      issuer: `${tenant()}/v2.0`,
      audience: emulator.world.apps.portal.clientId,
    })
    expect(payload).toMatchObject({
      oid: emulator.id('Olga'),
      roles: ['Owner'],
      nonce: 'some-nonce',
      ver: '2.0',
    })
  })
})

describe('signing in', () => {
  test('is one click, and stands for a password and a remembered MFA', async () => {
    const arrived = await pick(await authorize('portal'), 'Elio')
    expect(arrived.startsWith(`${callback('portal')}?code=`)).toBe(true)
    expect(new URL(arrived).searchParams.get('state')).toBe('some-state')
    const claims = await claimsOf('portal', arrived)
    expect(claims).toMatchObject({
      amr: ['pwd', 'mfa'],
      preferred_username: 'elio.esposito@aurora-components.example',
    })
    expect(claims.auth_time).toBeGreaterThan(Date.now() / 1_000 - 10)
    expect(claims).not.toHaveProperty('roles')
  })

  test('goes by itself the second time, also to another app', async () => {
    await pick(await authorize('portal'), 'Elio')
    const arrived = await authorize('self')
    const { body } = await redeem('self', arrived)
    expect(body.scope).toContain('UserAuthMethod-MicrosoftAuthApp.ReadWrite')
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: emulator.id('Elio'),
      amr: ['pwd', 'mfa'],
    })
  })

  test('carries every scope consented for the app, whatever was asked', async () => {
    const arrived = await pick(await authorize('desk', { scope: 'openid User.Read.All' }), 'Hana')
    const { body } = await redeem('desk', arrived)
    const scopes = String(decodeJwt(body.access_token).scp).split(' ')
    expect(scopes).toEqual(
      expect.arrayContaining(['UserAuthMethod-TAP.ReadWrite.All', 'User.RevokeSessions.All']),
    )
  })

  test('gives a person another sub in every app, and the same oid', async () => {
    const one = await claimsOf('portal', await pick(await authorize('portal'), 'Elio'))
    const other = await claimsOf('self', await authorize('self'))
    expect(one.oid).toBe(other.oid)
    expect(one.sub).not.toBe(other.sub)
    expect(one.sid).toBe(other.sid)
  })

  test('as somebody else takes over the browser at once', async () => {
    const first = await claimsOf('portal', await pick(await authorize('portal'), 'Elio'))
    const arrived = await pick(await authorize('portal', { prompt: 'select_account' }), 'Hana')
    const second = await claimsOf('portal', arrived)
    expect(second.name).toBe('Hana Helpdesk')
    expect(second.sid).not.toBe(first.sid)
  })

  test('to the desk is for those who are assigned', async () => {
    const refused = new URL(await pick(await authorize('desk'), 'Elio'))
    expect(refused.searchParams.get('error')).toBe('access_denied')
    expect(refused.searchParams.get('error_description')).toMatch(/^AADSTS50105/)
  })

  test('is refused to a disabled account', async () => {
    const page = await authorize('portal')
    await emulator.control('PATCH /person/Elio', { accountEnabled: false })
    const answer = await browse(`${page}/pick`, { person: emulator.id('Elio') })
    expect(answer.location).not.toContain('code=')
  })

  test('ends with sign-out', async () => {
    await pick(await authorize('portal'), 'Elio')
    const home = 'http://localhost:3000/'
    expect((await browse(`${tenant()}/oauth2/v2.0/logout?post_logout_redirect_uri=${home}`)).location).toBe(
      home,
    )
    expect(await authorize('portal')).toMatch(/^\/signin\//)
    expect(
      (await browse(`${tenant()}/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/`))
        .location,
    ).toBe('/')
  })

  test('must be done again after sessions were revoked', async () => {
    await pick(await authorize('portal'), 'Elio')
    await new Promise((resolve) => setTimeout(resolve, 1_100)) // auth_time has whole seconds
    const as = await emulator.token('desk', 'Hana')
    await emulator.ask(`POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions`, { as })
    expect(await authorize('portal')).toMatch(/^\/signin\//)
  })
})

describe('a request that is wrong', () => {
  test('with an unknown redirect address stays on a page', async () => {
    const query = `client_id=${emulator.world.apps.portal.clientId}&response_type=code&scope=openid&redirect_uri=https://evil.example/`
    const answer = await browse(`${tenant()}/oauth2/v2.0/authorize?${query}`)
    expect([answer.status, answer.location]).toEqual([400, ''])
    const json = await fetch(`${tenant()}/oauth2/v2.0/authorize?${query}`, {
      headers: { accept: 'text/html' },
    })
    expect(await json.text()).toContain('AADSTS50011')
  })

  test('may come back to any port of this computer, as at Entra', async () => {
    const other = 'http://localhost:4567/api/auth/callback/portal'
    expect(await pick(await authorize('portal', { redirect_uri: other }), 'Elio')).toMatch(
      /^http:\/\/localhost:4567\//,
    )
  })

  test('with a wrong secret, or a code used twice, answers in Entra’s shape', async () => {
    const arrived = await pick(await authorize('portal'), 'Elio')
    const wrong = await redeem('portal', arrived, { client_secret: 'wrong' })
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000215],
      trace_id: expect.any(String),
    })
    expect((await redeem('portal', arrived)).status).toBe(200)
    const twice = await redeem('portal', arrived)
    expect([twice.status, twice.body.error]).toEqual([400, 'invalid_grant'])
  })

  test('with PKCE and another verifier is refused', async () => {
    const verifier = 'a'.repeat(43)
    const code_challenge = createHash('sha256').update(verifier).digest('base64url')
    const arrived = await pick(
      await authorize('portal', { code_challenge, code_challenge_method: 'S256' }),
      'Elio',
    )
    expect((await redeem('portal', arrived, { code_verifier: 'b'.repeat(43) })).body.error).toBe(
      'invalid_grant',
    )
  })
})

describe('a step-up', () => {
  const choose = (page: string, choice: string) => browse(`${page}/choose`, { choice })

  /** Approves on a phone; the claims that come of it. */
  async function approve(page: string, name: string, slot: string) {
    await choose(page, 'push')
    const person = getPerson(emulator.world, emulator.id(name))
    const phone = person.phones.find((candidate) => candidate.slot === slot)!
    const ring = listRings(emulator.world, phone).at(-1)!
    const { location } = await browse(`${page}/answer`, {
      phone: phone.id,
      ring: ring.id,
      number: ring.number,
      answer: 'approve',
    })
    return claimsOf('portal', (await browse(location)).location)
  }

  test.each([
    { prompt: 'login' },
    { max_age: '0' },
    { claims: '{"id_token":{"acrs":{"essential":true,"value":"c1"}}}' },
  ])('by %o asks for a method though there is a session, and knows the person', async (more) => {
    await pick(await authorize('portal'), 'Elio')
    const page = await authorize('portal', more)
    expect(page).toMatch(/^\/signin\//)
    // https://learn.microsoft.com/entra/identity-platform/optional-claims-reference (amr)
    const claims = await approve(page, 'Elio', 'tablet')
    expect(claims.amr).toEqual(expect.arrayContaining(['rsa', 'ngcmfa', 'mfa']))
  })

  test('takes the person from login_hint', async () => {
    const page = await authorize('portal', {
      prompt: 'login',
      login_hint: 'elio.esposito@aurora-components.example',
    })
    expect((await approve(page, 'Elio', 'old')).oid).toBe(emulator.id('Elio'))
  })

  test('by code says totp, and notes which registration was used', async () => {
    await pick(await authorize('portal'), 'Elio')
    const page = await authorize('portal', { prompt: 'login' })
    await choose(page, 'totp')
    const method = getPerson(emulator.world, emulator.id('Elio')).methods.filter(
      ({ kind }) => kind === 'microsoftAuthenticator',
    )[1]!
    const { code } = totpNow('totpSecret' in method ? method.totpSecret : '')
    const { location } = await browse(`${page}/code`, { code })
    expect((await claimsOf('portal', (await browse(location)).location)).amr).toEqual(
      expect.arrayContaining(['totp', 'mfa']),
    )
    const reader = await emulator.token('reader')
    const { body } = await emulator.ask(
      `GET /beta/users/${emulator.id('Elio')}/authentication/microsoftAuthenticatorMethods`,
      { as: reader },
    )
    const used = body.value.find(({ id }: { id: string }) => id === method.id)
    expect(Date.parse(used.lastUsedDateTime)).toBeGreaterThan(Date.now() - 10_000)
  })

  test('is logged with the device, and joins the token by its uti', async () => {
    await pick(await authorize('portal'), 'Elio')
    const claims = await approve(await authorize('portal', { prompt: 'login' }), 'Elio', 'tablet')
    const reader = await emulator.token('reader')
    const filter = `?$filter=userId eq '${emulator.id('Elio')}'`
    const beta = await emulator.ask(`GET /beta/auditLogs/signIns${filter}`, { as: reader })
    expect(beta.body.value[0]).toMatchObject({
      uniqueTokenIdentifier: claims.uti,
      userPrincipalName: 'elio.esposito@aurora-components.example',
      appDisplayName: 'Passaggio Portal',
    })
    expect(beta.body.value[0].authenticationDetails).toContainEqual(
      expect.objectContaining({
        authenticationMethod: 'Mobile app notification',
        authenticationMethodDetail: "Elio's iPad Air",
        succeeded: true,
      }),
    )
    const v1 = await emulator.ask(`GET /v1.0/auditLogs/signIns${filter}`, { as: reader })
    // v1.0 has neither (CSDL of 2026-08)
    expect(v1.body.value[0]).not.toHaveProperty('authenticationDetails')
    expect(v1.body.value[0]).not.toHaveProperty('uniqueTokenIdentifier')
  })
})

// https://learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context
describe('acrs', () => {
  const asking = (id: string) => ({
    claims: JSON.stringify({ id_token: { acrs: { essential: true, value: id } } }),
  })

  test('is issued for a context that no policy guards, without asking anybody', async () => {
    await pick(await authorize('portal'), 'Elio')
    expect((await claimsOf('portal', await authorize('portal', asking('c2')))).acrs).toEqual(['c2'])
  })

  test('is issued for a guarded one once its policy is disabled: so acrs alone proves nothing', async () => {
    await pick(await authorize('portal'), 'Elio')
    expect(await authorize('portal', asking('c1'))).toMatch(/^\/signin\//)
    const policy = emulator.world.tenant.conditionalAccess.find(({ applications }) =>
      applications.includeContexts.includes('c1'),
    )
    await emulator.control(`PATCH /policies/${policy?.id}`, { state: 'disabled' })
    expect((await claimsOf('portal', await authorize('portal', asking('c1')))).acrs).toEqual(['c1'])
  })

  test('is absent when nobody asked', async () => {
    expect(await claimsOf('portal', await pick(await authorize('portal'), 'Elio'))).not.toHaveProperty('acrs')
  })
})

test('optional claims can be missing, as in a registration that never asked for them', async () => {
  await emulator.control('PUT /apps/portal/optional-claims', [])
  const claims = await claimsOf('portal', await pick(await authorize('portal'), 'Elio'))
  expect(claims).not.toHaveProperty('amr')
  expect(claims).not.toHaveProperty('auth_time')
})

// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
describe('an app alone', () => {
  const ask = async (form: Record<string, string>) => {
    const { clientId, clientSecret } = emulator.world.apps.reader
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...form,
    })
    const response = await fetch(`${tenant()}/oauth2/v2.0/token`, { method: 'POST', body })
    return { status: response.status, body: await response.json() }
  }

  test('gets its roles for .default', async () => {
    const { body } = await ask({ scope: 'https://graph.microsoft.com/.default' })
    expect(decodeJwt(body.access_token)).toMatchObject({
      idtyp: 'app',
      roles: expect.arrayContaining(['AuditLog.Read.All']),
    })
    expect(decodeJwt(body.access_token)).not.toHaveProperty('scp')
    expect(body.expires_in).toBeGreaterThanOrEqual(3_600)
  })

  test('gets nothing for another scope', async () => {
    const { status, body } = await ask({ scope: 'https://graph.microsoft.com/User.Read.All' })
    expect([status, body.error]).toEqual([400, 'invalid_scope'])
  })
})
