import { randomUUID } from 'node:crypto'

import { decodeJwt, SignJWT } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { openBrowser } from './app-browser'
import { makeCertificate, type TestCertificate } from './certificate'
import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let certificate: TestCertificate
let other: TestCertificate
beforeAll(async () => {
  emulator = await openEmulator()
  certificate = makeCertificate()
  other = makeCertificate('Somebody else')
})
beforeEach(async () => {
  await emulator.reset()
  await emulator.control('PUT /apps/reader/certificates', [certificate.pem])
})
afterAll(() => emulator.stop())

const tenant = () => `${emulator.origin}/${emulator.world.tenant.id}`
const endpoint = () => `${tenant()}/oauth2/v2.0/token`
const reader = () => emulator.world.apps.reader.clientId

type Made = { header?: Record<string, string>; claims?: Record<string, unknown>; key?: TestCertificate }

/** As the page on certificate credentials lays it out: PS256, the SHA-256 thumbprint, the token endpoint as audience. */
async function assertion({ header = {}, claims = {}, key = certificate }: Made = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  const payload = {
    aud: endpoint(),
    iss: reader(),
    sub: reader(),
    jti: randomUUID(),
    iat: now,
    nbf: now,
    exp: now + 300,
    ...claims,
  }
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': certificate.sha256, ...header })
    .sign(key.privateKey)
}

async function ask(form: Record<string, string>) {
  const response = await fetch(endpoint(), { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, body: await response.json() }
}

const credentials = async (made?: Made) => ({
  grant_type: 'client_credentials',
  client_id: reader(),
  scope: 'https://graph.microsoft.com/.default',
  client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  client_assertion: await assertion(made),
})

// https://learn.microsoft.com/entra/identity-platform/certificate-credentials
describe('an app with a certificate', () => {
  test('gets its token, which says how', async () => {
    const { status, body } = await ask(await credentials())
    expect(status).toBe(200)
    expect(decodeJwt(body.access_token)).toMatchObject({ appid: reader(), idtyp: 'app', appidacr: '2' })
    const answer = await emulator.ask('GET /v1.0/users?$top=1', { as: body.access_token })
    expect(answer.status).toBe(200)
  })

  test('may still use its secret, and the token says so', async () => {
    const { clientSecret } = emulator.world.apps.reader
    const { client_assertion: _one, client_assertion_type: _two, ...form } = await credentials()
    const { body } = await ask({ ...form, client_secret: clientSecret })
    expect(decodeJwt(body.access_token).appidacr).toBe('1')
  })

  test.each([
    ['the issuer as audience', { claims: { aud: 'issuer' } }],
    ['RS256 and the SHA-1 thumbprint, as it was before', { header: { alg: 'RS256', x5t: 'sha1' } }],
  ])('may use %s', async (_what, made: Made) => {
    const claims = made.claims ? { aud: `${tenant()}/v2.0` } : {}
    const header = made.header ? { alg: 'RS256', x5t: certificate.sha1, 'x5t#S256': certificate.sha1 } : {}
    expect((await ask(await credentials({ claims, header }))).status).toBe(200)
  })

  test.each([
    ['signed with another key', () => ({ key: other }), 700_027],
    [
      'with a certificate nobody registered',
      () => ({ header: { 'x5t#S256': other.sha256 }, key: other }),
      700_027,
    ],
    ['that has expired', () => ({ claims: { exp: Math.floor(Date.now() / 1_000) - 3_600 } }), 700_024],
    ['that begins tomorrow', () => ({ claims: { nbf: Math.floor(Date.now() / 1_000) + 86_400 } }), 700_024],
    [
      'for another tenant',
      () => ({ claims: { aud: 'https://login.microsoftonline.com/x/oauth2/v2.0/token' } }),
      700_023,
    ],
    ['about another subject', () => ({ claims: { sub: randomUUID() } }), 700_021],
    ['from another app', () => ({ claims: { iss: randomUUID() } }), 700_021],
  ])('%s is refused in Entra’s shape', async (_what, made, code) => {
    const { status, body } = await ask(await credentials(made()))
    expect([status, body.error, body.error_codes]).toEqual([401, 'invalid_client', [code]])
    expect(body.error_description).toMatch(new RegExp(`^AADSTS${code}: `))
  })

  test('with something that is no assertion is refused', async () => {
    expect((await ask({ ...(await credentials()), client_assertion: 'none' })).body.error_codes).toEqual([
      50_027,
    ])
    expect((await ask({ ...(await credentials()), client_assertion_type: 'none' })).status).toBe(401)
  })

  test('that was taken away is one nobody registered', async () => {
    await emulator.control('PUT /apps/reader/certificates', [])
    expect((await ask(await credentials())).body.error_codes).toEqual([700_027])
    expect((await emulator.control('PUT /apps/reader/certificates', ['no certificate'])).status).toBe(400)
  })

  test('redeems a person’s code as well', async () => {
    const { clientId } = emulator.world.apps.desk
    await emulator.control('PUT /apps/desk/certificates', [certificate.pem])
    const browser = openBrowser(emulator)
    const arrived = await browser.pick(await browser.authorize('desk'), 'Hana')
    const { status, body } = await ask({
      grant_type: 'authorization_code',
      code: new URL(arrived).searchParams.get('code') ?? '',
      redirect_uri: 'http://localhost:3000/api/auth/callback/desk',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await assertion({ claims: { iss: clientId, sub: clientId } }),
    })
    expect(status).toBe(200)
    expect(decodeJwt(body.access_token)).toMatchObject({ oid: emulator.id('Hana'), appidacr: '2' })
  })
})

test('what was consented can be taken away, and shows in the next token', async () => {
  await emulator.control('PUT /apps/reader/permissions', { roles: ['User.Read.All'] })
  const { body } = await ask(await credentials())
  expect(decodeJwt(body.access_token).roles).toEqual(['User.Read.All'])
  expect((await emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: body.access_token })).status).toBe(
    403,
  )
})
