import { createHash } from 'node:crypto'

import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type AppBrowser, openBrowser } from './app-browser'
import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let browser: AppBrowser
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  browser = openBrowser(emulator)
})
afterAll(() => emulator.stop())

describe('the tenant’s metadata', () => {
  // https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
  test('is where Entra has it', async () => {
    const discovery = JSON.parse(
      (await browser.browse(`${browser.tenant()}/v2.0/.well-known/openid-configuration`)).text,
    )
    expect(discovery).toMatchObject({
      issuer: `${browser.tenant()}/v2.0`,
      authorization_endpoint: `${browser.tenant()}/oauth2/v2.0/authorize`,
      token_endpoint: `${browser.tenant()}/oauth2/v2.0/token`,
      jwks_uri: `${browser.tenant()}/discovery/v2.0/keys`,
      end_session_endpoint: `${browser.tenant()}/oauth2/v2.0/logout`,
      subject_types_supported: ['pairwise'],
    })
  })

  test('has the key that ID tokens are signed with', async () => {
    const arrived = await browser.pick(await browser.authorize('portal'), 'Olga')
    const { body } = await browser.redeem('portal', arrived)
    const keys = createRemoteJWKSet(new URL(`${browser.tenant()}/discovery/v2.0/keys`))
    const { payload } = await jwtVerify(body.id_token, keys, {
      issuer: `${browser.tenant()}/v2.0`,
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
    const arrived = await browser.pick(await browser.authorize('portal'), 'Elio')
    expect(arrived.startsWith('http://localhost:3000/api/auth/callback/portal?code=')).toBe(true)
    expect(new URL(arrived).searchParams.get('state')).toBe('some-state')
    const claims = await browser.claimsOf('portal', arrived)
    expect(claims).toMatchObject({
      amr: ['pwd', 'mfa'],
      preferred_username: 'elio.esposito@aurora-components.example',
    })
    expect(claims.auth_time).toBeGreaterThan(Date.now() / 1_000 - 10)
    expect(claims).not.toHaveProperty('roles')
  })

  test('goes by itself the second time, also to another app', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    const arrived = await browser.authorize('self')
    const { body } = await browser.redeem('self', arrived)
    expect(body.scope).toContain('UserAuthMethod-MicrosoftAuthApp.ReadWrite')
    expect(decodeJwt(body.access_token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      oid: emulator.id('Elio'),
      amr: ['pwd', 'mfa'],
    })
  })

  test('carries every scope consented for the app, whatever was asked', async () => {
    const arrived = await browser.pick(
      await browser.authorize('desk', { scope: 'openid User.Read.All' }),
      'Hana',
    )
    const { body } = await browser.redeem('desk', arrived)
    const scopes = String(decodeJwt(body.access_token).scp).split(' ')
    expect(scopes).toEqual(
      expect.arrayContaining(['UserAuthMethod-TAP.ReadWrite.All', 'User.RevokeSessions.All']),
    )
  })

  test('gives a person another sub in every app, and the same oid', async () => {
    const one = await browser.claimsOf(
      'portal',
      await browser.pick(await browser.authorize('portal'), 'Elio'),
    )
    const other = await browser.claimsOf('self', await browser.authorize('self'))
    expect(one.oid).toBe(other.oid)
    expect(one.sub).not.toBe(other.sub)
    expect(one.sid).toBe(other.sid)
  })

  test('as somebody else takes over the browser at once', async () => {
    const first = await browser.claimsOf(
      'portal',
      await browser.pick(await browser.authorize('portal'), 'Elio'),
    )
    const arrived = await browser.pick(
      await browser.authorize('portal', { prompt: 'select_account' }),
      'Hana',
    )
    const second = await browser.claimsOf('portal', arrived)
    expect(second.name).toBe('Hana Helpdesk')
    expect(second.sid).not.toBe(first.sid)
  })

  test('to the desk is for those who are assigned', async () => {
    const refused = new URL(await browser.pick(await browser.authorize('desk'), 'Elio'))
    expect(refused.searchParams.get('error')).toBe('access_denied')
    expect(refused.searchParams.get('error_description')).toMatch(/^AADSTS50105/)
  })

  test('is refused to a disabled account', async () => {
    const page = await browser.authorize('portal')
    await emulator.control('PATCH /person/Elio', { accountEnabled: false })
    const answer = await browser.browse(`${page}/pick`, { person: emulator.id('Elio') })
    expect(answer.location).not.toContain('code=')
  })

  test('ends with sign-out', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    const home = 'http://localhost:3000/'
    expect(
      (await browser.browse(`${browser.tenant()}/oauth2/v2.0/logout?post_logout_redirect_uri=${home}`))
        .location,
    ).toBe(home)
    expect(await browser.authorize('portal')).toMatch(/^\/signin\//)
    expect(
      (
        await browser.browse(
          `${browser.tenant()}/oauth2/v2.0/logout?post_logout_redirect_uri=https://evil.example/`,
        )
      ).location,
    ).toBe('/')
  })

  test('must be done again after sessions were revoked', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    await new Promise((resolve) => setTimeout(resolve, 1_100)) // auth_time has whole seconds
    const as = await emulator.token('desk', 'Hana')
    await emulator.ask(`POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions`, { as })
    expect(await browser.authorize('portal')).toMatch(/^\/signin\//)
  })
})

describe('a request that is wrong', () => {
  test('with an unknown redirect address stays on a page', async () => {
    const query = `client_id=${emulator.world.apps.portal.clientId}&response_type=code&scope=openid&redirect_uri=https://evil.example/`
    const answer = await browser.browse(`${browser.tenant()}/oauth2/v2.0/authorize?${query}`)
    expect([answer.status, answer.location]).toEqual([400, ''])
    const json = await fetch(`${browser.tenant()}/oauth2/v2.0/authorize?${query}`, {
      headers: { accept: 'text/html' },
    })
    expect(await json.text()).toContain('AADSTS50011')
  })

  test('may come back to any port of this computer, as at Entra', async () => {
    const other = 'http://localhost:4567/api/auth/callback/portal'
    expect(await browser.pick(await browser.authorize('portal', { redirect_uri: other }), 'Elio')).toMatch(
      /^http:\/\/localhost:4567\//,
    )
  })

  test('with a wrong secret, or a code used twice, answers in Entra’s shape', async () => {
    const arrived = await browser.pick(await browser.authorize('portal'), 'Elio')
    const wrong = await browser.redeem('portal', arrived, { client_secret: 'wrong' })
    expect(wrong.status).toBe(401)
    expect(wrong.body).toMatchObject({
      error: 'invalid_client',
      error_codes: [7000215],
      trace_id: expect.any(String),
    })
    expect((await browser.redeem('portal', arrived)).status).toBe(200)
    const twice = await browser.redeem('portal', arrived)
    expect([twice.status, twice.body.error]).toEqual([400, 'invalid_grant'])
  })

  test('with PKCE and another verifier is refused', async () => {
    const verifier = 'a'.repeat(43)
    const code_challenge = createHash('sha256').update(verifier).digest('base64url')
    const arrived = await browser.pick(
      await browser.authorize('portal', { code_challenge, code_challenge_method: 'S256' }),
      'Elio',
    )
    expect((await browser.redeem('portal', arrived, { code_verifier: 'b'.repeat(43) })).body.error).toBe(
      'invalid_grant',
    )
  })
})

test('optional claims can be missing, as in a registration that never asked for them', async () => {
  await emulator.control('PUT /apps/portal/optional-claims', [])
  const claims = await browser.claimsOf(
    'portal',
    await browser.pick(await browser.authorize('portal'), 'Elio'),
  )
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
    const response = await fetch(`${browser.tenant()}/oauth2/v2.0/token`, { method: 'POST', body })
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

test('userinfo answers the holder of a person’s token, and nobody else', async () => {
  const ask = async (token: string) =>
    fetch(`${emulator.origin}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}` } })
  const mine = await ask(await emulator.token('portal', 'Elio'))
  expect(await mine.json()).toMatchObject({
    name: 'Elio Esposito',
    email: 'elio.esposito@aurora-components.example',
  })
  expect((await ask(await emulator.token('reader'))).status).toBe(401)
  expect((await ask('nonsense')).status).toBe(401)
})
