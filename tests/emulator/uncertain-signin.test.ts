import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { getPerson } from '@/emulator/world/people'
import { listRings } from '@/emulator/world/ring'
import { type AppBrowser, openBrowser } from './app-browser'
import { type Emulator, openEmulator } from './emulator'

// What no Microsoft page settles about sign-in is a setting. Each is tried with every value it can have.

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

/** Approves a request on the old phone; where the browser goes then. */
async function approve(page: string, name: string): Promise<string> {
  await browser.browse(`${page}/choose`, { choice: 'push' })
  const person = getPerson(emulator.world, emulator.id(name))
  const phone = person.phones.find(({ slot }) => slot === 'old')!
  const ring = listRings(emulator.world, phone).at(-1)!
  const answer = { phone: phone.id, ring: ring.id, number: ring.number, answer: 'approve' }
  const { location } = await browser.browse(`${page}/answer`, answer)
  return (await browser.browse(location)).location
}

const signedIn = async (name = 'Elio') => browser.pick(await browser.authorize('portal'), name)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const contextC1 = { claims: JSON.stringify({ id_token: { acrs: { essential: true, value: 'c1' } } }) }

describe('prompt=login, with MFA remembered in this browser', () => {
  test('method: asks for one', async () => {
    emulator.set({ promptLogin: 'method' })
    await signedIn()
    const page = await browser.authorize('portal', { prompt: 'login' })
    expect((await browser.browse(page)).text).toContain('Verify your identity')
    const claims = await browser.claimsOf('portal', await approve(page, 'Elio'))
    expect(claims.amr).toContain('ngcmfa')
  })

  test('password: asks for the password alone, and remembers the rest', async () => {
    emulator.set({ promptLogin: 'password' })
    await signedIn()
    const page = await browser.authorize('portal', { prompt: 'login' })
    expect((await browser.browse(page)).text).toContain('Pick an account')
    expect((await browser.claimsOf('portal', await browser.pick(page, 'Elio'))).amr).toEqual(['pwd', 'mfa'])
  })

  test('password: a browser that remembers nothing, and a context that wants it every time, ask for a method', async () => {
    emulator.set({ promptLogin: 'password' })
    const hint = { login_hint: 'elio.esposito@aurora-components.example' }
    const fresh = await browser.authorize('portal', { prompt: 'login', ...hint })
    expect((await browser.browse(fresh)).text).toContain('Verify your identity')
    await approve(fresh, 'Elio')
    const guarded = await browser.authorize('portal', { prompt: 'login', ...contextC1 })
    expect((await browser.browse(guarded)).text).toContain('Verify your identity')
  })
})

describe('auth_time after a step-up by context', () => {
  test.each([
    ['lastProof', true],
    ['firstFactor', false],
  ] as const)('%s: moves: %s', async (authTimeIs, moves) => {
    emulator.set({ authTimeIs })
    const before = await browser.claimsOf('portal', await signedIn())
    await pause(1_100) // auth_time has whole seconds
    const arrived = await approve(await browser.authorize('portal', contextC1), 'Elio')
    const after = await browser.claimsOf('portal', arrived)
    expect(after.acrs).toEqual(['c1'])
    expect(Number(after.auth_time) > Number(before.auth_time)).toBe(moves)
  })

  test('moves either way when the sign-in was asked for anew', async () => {
    emulator.set({ authTimeIs: 'firstFactor' })
    const before = await browser.claimsOf('portal', await signedIn())
    await pause(1_100)
    const page = await browser.authorize('portal', { prompt: 'login' })
    const after = await browser.claimsOf('portal', await approve(page, 'Elio'))
    expect(Number(after.auth_time)).toBeGreaterThan(Number(before.auth_time))
  })
})

// MSAL for Python issue 444
describe('max_age', () => {
  test.each([true, false])('shortens the tokens: %s', async (shortens) => {
    emulator.set({ maxAgeShortensTokens: shortens })
    await signedIn()
    const { body } = await browser.redeem('portal', await browser.authorize('portal', { max_age: '600' }))
    for (const token of [body.id_token, body.access_token]) {
      const { iat = 0, exp = 0 } = decodeJwt(token)
      if (shortens) expect(exp - iat).toBeLessThanOrEqual(600)
      else expect(exp - iat).toBeGreaterThanOrEqual(3_600)
    }
  })
})

// By design at Entra: MSAL.NET issue 1713, MSAL for Python issue 665
describe('a delegated token carries', () => {
  const scopes = async (scope: string) => {
    const arrived = await browser.pick(await browser.authorize('desk', { scope }), 'Hana')
    return String(decodeJwt((await browser.redeem('desk', arrived)).body.access_token).scp).split(' ')
  }

  test('granted: whatever was consented', async () => {
    emulator.set({ tokenScopes: 'granted' })
    expect(await scopes('openid User.Read.All')).toContain('UserAuthMethod-TAP.ReadWrite.All')
  })

  test('asked: what was asked for, spelt short or long, and no more than was consented', async () => {
    emulator.set({ tokenScopes: 'asked' })
    const asked =
      'openid User.Read.All https://graph.microsoft.com/User.RevokeSessions.All Calendars.ReadWrite'
    expect(await scopes(asked)).toEqual([
      'openid',
      'profile',
      'email',
      'User.RevokeSessions.All',
      'User.Read.All',
    ])
  })

  test('asked: everything for .default', async () => {
    emulator.set({ tokenScopes: 'asked' })
    expect(await scopes('openid https://graph.microsoft.com/.default')).toContain(
      'UserAuthMethod-TAP.ReadWrite.All',
    )
  })
})

describe('amr', () => {
  test('of a kind of proof is what was seen in the tenant', async () => {
    await emulator.control('PATCH /settings', { amr: { push: ['rsa', 'mfa'], singleSignOn: ['pwd'] } })
    expect((await browser.claimsOf('portal', await signedIn())).amr).toEqual(['pwd'])
    const page = await browser.authorize('portal', { prompt: 'login' })
    expect((await browser.claimsOf('portal', await approve(page, 'Elio'))).amr).toEqual(['rsa', 'mfa'])
  })
})

describe('the sign-in log', () => {
  const entry = async () => {
    await signedIn('Elio')
    await approve(await browser.authorize('portal', { prompt: 'login' }), 'Elio').then((arrived) =>
      browser.redeem('portal', arrived),
    )
    const { body } = await emulator.ask('GET /beta/auditLogs/signIns?$top=1', {
      as: await emulator.token('reader'),
    })
    const [shown] = body.value
    const step = shown.authenticationDetails.at(-1)
    return { name: step.authenticationMethodDetail, device: shown.authenticationAppDeviceDetails }
  }

  test.each([
    [true, "Elio's old iPhone 12"],
    [false, null],
  ])('names the phone: %s', async (signInLogNamesPhone, name) => {
    emulator.set({ signInLogNamesPhone })
    expect((await entry()).name).toBe(name)
  })

  test.each([
    [false, ''],
    [true, expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ])('knows the id of a phone without device object: %s', async (signInLogNamesDeviceId, deviceId) => {
    emulator.set({ signInLogNamesDeviceId })
    expect((await entry()).device).toMatchObject({ deviceId, clientApp: 'Microsoft Authenticator' })
  })
})
