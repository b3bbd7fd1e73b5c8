import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { choicesOf } from '@/emulator/pages/signin/choice'
import { getPerson } from '@/emulator/world/people'
import { openBrowser } from './app-browser'
import { type Emulator, openEmulator } from './emulator'

// https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage

let emulator: Emulator
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const person = (name: string) => getPerson(emulator.world, emulator.id(name))
const ways = (name: string) => choicesOf(emulator.world, person(name)).map(({ kind }) => kind)
const configure = (id: string, changes: Record<string, unknown>) =>
  emulator.control(`PATCH /method-configurations/${id}`, changes)

describe('a method the policy switches off', () => {
  test.each([
    ['Fido2', 'passkey'],
    ['MicrosoftAuthenticator', 'push'],
    ['MicrosoftAuthenticator', 'code'],
    ['Sms', 'text'],
    ['Voice', 'call'],
  ])('%s is no way to sign in: %s', async (id, kind) => {
    expect(ways('Piero')).toContain(kind)
    await configure(id, { state: 'disabled' })
    expect(ways('Piero')).not.toContain(kind)
    await configure(id, { state: 'enabled' })
    expect(ways('Piero')).toContain(kind)
  })

  test('is not offered on the page either', async () => {
    await configure('Sms', { state: 'disabled' })
    const browser = openBrowser(emulator)
    const hint = { prompt: 'login', login_hint: 'nora.newnumber@aurora-components.example' }
    const address = await browser.authorize('portal', hint)
    const page = await browser.browse(address)
    expect(page.text).toContain('Approve a request on Microsoft Authenticator')
    expect(page.text).not.toContain('Text +')
    await browser.browse(`${address}/choose`, { choice: 'text-mobile' })
    expect((await browser.browse(address)).text).toContain('Verify your identity')
  })

  test('stays registered: the list and the report still have it', async () => {
    await configure('Sms', { state: 'disabled' })
    await configure('Voice', { state: 'disabled' })
    const as = await emulator.token('reader')
    const methods = await emulator.ask(`GET /v1.0/users/${emulator.id('Nora')}/authentication/phoneMethods`, {
      as,
    })
    expect(methods.body.value).toHaveLength(1)
    const report = await emulator.ask(
      `GET /v1.0/reports/authenticationMethods/userRegistrationDetails/${emulator.id('Nora')}`,
      { as },
    )
    expect(report.body.methodsRegistered).toContain('mobilePhone')
  })

  test('cannot be registered', async () => {
    await configure('MicrosoftAuthenticator', { state: 'disabled' })
    const begun = await emulator.control('POST /person/Elio/registrations')
    expect(begun.body).toEqual({ refusal: 'not_allowed' })
    await configure('Fido2', { state: 'disabled' })
    const passkey = await emulator.control('POST /person/Elio/phones/new/register-passkey', {})
    expect(passkey.body).toEqual({ refusal: 'not_allowed' })
  })

  test('leaves somebody who has nothing else without a way in, and makes the report say not capable', async () => {
    await configure('MicrosoftAuthenticator', { state: 'disabled' })
    expect(ways('Lea')).toEqual([])
    const as = await emulator.token('reader')
    const { body } = await emulator.ask(
      `GET /v1.0/reports/authenticationMethods/userRegistrationDetails/${emulator.id('Lea')}`,
      { as },
    )
    expect(body).toMatchObject({ isMfaRegistered: true, isMfaCapable: false })
  })
})

test('people can be left out of a method, and only they are', async () => {
  await configure('Sms', { excludePeople: ['Nora'] })
  expect(ways('Nora')).not.toContain('text')
  expect(ways('Elio')).toContain('text')
})

test('a configuration can be meant for some groups only', async () => {
  const { groups, methodsPolicy } = emulator.world.tenant
  const group = groups.find(({ displayName }) => displayName === 'New phones 2026')!
  const sms = methodsPolicy.configurations.find(({ id }) => id === 'Sms')!
  sms.includeTargets = [{ targetType: 'group', id: group.id, isRegistrationRequired: false }]
  expect(ways('Nora')).toContain('text')
  expect(ways('Vito')).not.toContain('text')
})

test('the app’s own codes can be switched off beside its notifications', async () => {
  await configure('MicrosoftAuthenticator', { isSoftwareOathEnabled: false })
  expect(ways('Nora')).toContain('push')
  expect(ways('Nora')).not.toContain('code')
})

test('a pass is a way in while its policy allows it', async () => {
  const desk = await emulator.token('desk', 'Hana')
  const address = `/v1.0/users/${emulator.id('Lea')}/authentication/temporaryAccessPassMethods`
  await emulator.ask(`POST ${address}`, { as: desk, body: {} })
  expect(ways('Lea')).toContain('pass')
  await emulator.control('PATCH /passes', { excludePeople: ['Lea'] })
  expect(ways('Lea')).not.toContain('pass')
})

// https://learn.microsoft.com/graph/api/resources/namedlocation
test('the office is a trusted location by address, and the log says where a sign-in came from', async () => {
  const as = await emulator.token('reader')
  const locations = await emulator.ask('GET /v1.0/identity/conditionalAccess/namedLocations', { as })
  expect(locations.body.value[0]).toMatchObject({
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    isTrusted: true,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '192.0.2.0/24' }],
  })
  const browser = openBrowser(emulator)
  await browser.redeem('portal', await browser.pick(await browser.authorize('portal'), 'Elio'))
  emulator.set({ signInsFrom: 'elsewhere' })
  await browser.redeem('portal', await browser.authorize('portal'))
  const { body } = await emulator.ask('GET /beta/auditLogs/signIns', { as })
  expect(body.value.map(({ ipAddress }: { ipAddress: string }) => ipAddress)).toEqual([
    '198.51.100.7',
    '192.0.2.1',
  ])
  expect(body.value[1].networkLocationDetails).toEqual([
    { networkType: 'trustedNamedLocation', networkNames: ['Offices'] },
  ])
})

// https://learn.microsoft.com/entra/identity/monitoring-health/concept-sign-in-log-activity-details
test('a young log entry says “satisfied by claim” before it says how', async () => {
  emulator.set({ signInDetailsLagSeconds: 300 })
  const as = await emulator.token('reader')
  const browser = openBrowser(emulator)
  await browser.redeem('portal', await browser.pick(await browser.authorize('portal'), 'Elio'))
  const details = async () =>
    (await emulator.ask('GET /beta/auditLogs/signIns', { as })).body.value[0].authenticationDetails
  expect(await details()).toHaveLength(1)
  expect((await details())[0].authenticationStepResultDetail).toBe(
    'MFA requirement satisfied by claim in the token',
  )
  emulator.set({ clockOffsetSeconds: 301 })
  expect((await details())[0]).toMatchObject({ authenticationMethod: 'Password', succeeded: true })
})
