import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { createPass } from '@/emulator/world/pass'
import { getPerson } from '@/emulator/world/people'
import { listRings } from '@/emulator/world/ring'
import { readText } from '@/emulator/world/text-message'
import { totpNow } from '@/emulator/world/totp'
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

describe('a step-up', () => {
  const choose = (page: string, choice: string) => browser.browse(`${page}/choose`, { choice })

  /** Approves on a phone; the claims that come of it. */
  async function approve(page: string, name: string, slot: string) {
    await choose(page, 'push')
    const person = getPerson(emulator.world, emulator.id(name))
    const phone = person.phones.find((candidate) => candidate.slot === slot)!
    const ring = listRings(emulator.world, phone).at(-1)!
    const { location } = await browser.browse(`${page}/answer`, {
      phone: phone.id,
      ring: ring.id,
      number: ring.number,
      answer: 'approve',
    })
    return browser.claimsOf('portal', (await browser.browse(location)).location)
  }

  test.each([
    { prompt: 'login' },
    { max_age: '0' },
    { claims: '{"id_token":{"acrs":{"essential":true,"value":"c1"}}}' },
  ])('by %o asks for a method though there is a session, and knows the person', async (more) => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    const page = await browser.authorize('portal', more)
    expect(page).toMatch(/^\/signin\//)
    // https://learn.microsoft.com/entra/identity-platform/optional-claims-reference (amr)
    const claims = await approve(page, 'Elio', 'tablet')
    expect(claims.amr).toEqual(expect.arrayContaining(['rsa', 'ngcmfa', 'mfa']))
  })

  test('takes the person from login_hint', async () => {
    const page = await browser.authorize('portal', {
      prompt: 'login',
      login_hint: 'elio.esposito@aurora-components.example',
    })
    expect((await approve(page, 'Elio', 'old')).oid).toBe(emulator.id('Elio'))
  })

  test('by code says totp, and notes which registration was used', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    const page = await browser.authorize('portal', { prompt: 'login' })
    await choose(page, 'totp')
    const method = getPerson(emulator.world, emulator.id('Elio')).methods.filter(
      ({ kind }) => kind === 'microsoftAuthenticator',
    )[1]!
    const { code } = totpNow('totpSecret' in method ? method.totpSecret : '')
    const { location } = await browser.browse(`${page}/code`, { code })
    expect((await browser.claimsOf('portal', (await browser.browse(location)).location)).amr).toEqual(
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

  // https://learn.microsoft.com/entra/identity-platform/optional-claims-reference (amr)
  test.each([
    ['Windows Hello', 'windowsHelloForBusiness', 'hello', ['hwk', 'mfa', 'ngcmfa']],
    ['the passkey in Authenticator', 'fido2', 'passkey', ['fido', 'mfa']],
  ])('by %s is one tap on the device, and says so', async (_what, kind, key, amr) => {
    await browser.pick(await browser.authorize('portal'), 'Piero')
    const page = await browser.authorize('portal', { prompt: 'login' })
    const method = getPerson(emulator.world, emulator.id('Piero')).methods.find((each) => each.kind === kind)!
    await choose(page, `${key}-${method.id}`)
    const { location } = await browser.browse(`${page}/device`, {})
    const claims = await browser.claimsOf('portal', (await browser.browse(location)).location)
    expect(claims.amr).toEqual(expect.arrayContaining(amr))
    expect(claims.amr).toHaveLength(amr.length)
  })

  test('by text message says sms, by a pass otp', async () => {
    await browser.pick(await browser.authorize('portal'), 'Nora')
    const page = await browser.authorize('portal', { prompt: 'login' })
    await choose(page, 'text-mobile')
    const nora = getPerson(emulator.world, emulator.id('Nora'))
    const code = readText(emulator.world, nora.phones.find(({ slot }) => slot === 'old')!)!
    const { location } = await browser.browse(`${page}/code`, { code })
    const byText = await browser.claimsOf('portal', (await browser.browse(location)).location)
    expect(byText.amr).toEqual(expect.arrayContaining(['mfa', 'pwd', 'sms']))

    const wish = { startsAt: Date.now(), lifetimeInMinutes: 60, isUsableOnce: true }
    const pass = createPass(emulator.world, nora, wish)
    const again = await browser.authorize('portal', { prompt: 'login' })
    await choose(again, 'pass')
    const sent = await browser.browse(`${again}/code`, { code: pass.code })
    const byPass = await browser.claimsOf('portal', (await browser.browse(sent.location)).location)
    expect(byPass.amr).toEqual(expect.arrayContaining(['otp', 'mfa']))

    // Used up: it opens nothing any more.
    const third = await browser.authorize('portal', { prompt: 'login' })
    await choose(third, 'pass')
    expect((await browser.browse(`${third}/code`, { code: pass.code })).location).toBe(third)
  })

  test('is logged with the device, and joins the token by its uti', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    const claims = await approve(await browser.authorize('portal', { prompt: 'login' }), 'Elio', 'tablet')
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
    await browser.pick(await browser.authorize('portal'), 'Elio')
    expect((await browser.claimsOf('portal', await browser.authorize('portal', asking('c2')))).acrs).toEqual([
      'c2',
    ])
  })

  test('is issued for a guarded one once its policy is disabled: so acrs alone proves nothing', async () => {
    await browser.pick(await browser.authorize('portal'), 'Elio')
    expect(await browser.authorize('portal', asking('c1'))).toMatch(/^\/signin\//)
    const policy = emulator.world.tenant.conditionalAccess.find(({ applications }) =>
      applications.includeContexts.includes('c1'),
    )
    await emulator.control(`PATCH /policies/${policy?.id}`, { state: 'disabled' })
    expect((await browser.claimsOf('portal', await browser.authorize('portal', asking('c1')))).acrs).toEqual([
      'c1',
    ])
  })

  test('is absent when nobody asked', async () => {
    expect(
      await browser.claimsOf('portal', await browser.pick(await browser.authorize('portal'), 'Elio')),
    ).not.toHaveProperty('acrs')
  })
})
