import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseSettingsFile } from '@/emulator/settings-input'
import { changePerson } from '@/emulator/world/people'
import { firstSettings, type Settings } from '@/emulator/world/settings'
import { firstUncertain, type Uncertain } from '@/emulator/world/uncertain'
import { type House, openHouse, type Probed } from './house'

let house: House
beforeAll(async () => {
  house = await openHouse()
}, 60_000)
afterAll(() => house.close())

/** What no probe of a test tenant can see, with the reason. */
const unseen: readonly (keyof Uncertain)[] = [
  'deltaTokenDays', // nobody waits a week; noted at each --resume
  'repeatedEvent', // Passaggio's registrations have no right to calendars
]

const refusal = (code: string, status = 403) => ({ status, code, message: `In other words: ${code}.` })

/** Everything other than first thought. */
const other: Partial<Settings> = {
  defaultMethodRule: 'registration',
  ownDefaultDeletion: 'moves',
  lastUsedIsFilled: 'notForPush',
  signInLogNamesPhone: false,
  signInLogNamesDeviceId: true,
  tokenScopes: 'asked',
  promptLogin: 'password',
  authTimeIs: 'firstFactor',
  maxAgeShortensTokens: true,
  amr: {
    singleSignOn: ['rsa', 'mfa'], // without mfa nothing would be remembered
    push: ['pwd', 'mfa', 'swk'],
    code: ['pwd', 'mfa', 'otp'],
    hardwareCode: firstUncertain.amr.hardwareCode, // nobody here has a token
    phoneSignIn: ['rsa', 'mfa'],
    passkey: ['mfa', 'hwk', 'fido'],
    windowsHello: ['mfa', 'rsa', 'hwk'],
    text: ['mfa', 'sms'],
    call: ['mfa', 'tel'],
    pass: ['mfa', 'pwd', 'otp'],
  },
  answers: {
    notAllowed: refusal('Authorization_RequestDenied'),
    staleSignIn: refusal('mfaRequired', 401),
    passDisabled: refusal('policyDisabled'),
    methodGone: refusal('methodNotFound', 404),
    userGone: refusal('Request_ResourceNotFound', 404),
  },
  passAgainstPolicy: 'oneTime',
  methodsLimit: { calls: 30, seconds: 5, hasRetryAfter: true },
  methodsQueryOptions: 'ignored',
  castsNeedHeader: false,
  preferencesPermission: 'policies',
  usersTopMax: 50,
  usersTopAbove: 'clamped',
  revokeStatus: 204,
  auditKeepsClientRequestId: false,
  icloudCodesSync: 'live',
  legacyBackupAfterUpdate: 'kept',
}

/** The file says what the emulator ran with, and says it of everything that can be seen. */
function expectAllSeen({ written, said, complained }: Probed): void {
  const ran = house.emulator.world.settings
  const names = Object.keys(firstUncertain).filter((name) => !unseen.includes(name as keyof Uncertain))
  expect(Object.keys(written.settings).toSorted(), said + complained).toEqual(names.toSorted())
  const { hardwareCode: _nobodyHasOne, ...amr } = ran.amr
  for (const name of names) {
    const wanted = name === 'amr' ? amr : ran[name as keyof Settings]
    expect(written.settings[name], name).toEqual(wanted)
  }
}

function expectNoSecret({ said, complained, written, summary }: Probed): void {
  const everything = said + complained + summary + JSON.stringify(written)
  const secrets = house.secrets()
  expect(secrets.length).toBeGreaterThan(20)
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
  expect(everything).not.toMatch(/eyJ[\w-]+\./) // what every token begins with
}

describe('the settings file says what the emulator ran with', () => {
  test('at first', async () => {
    await house.begin()
    const probed = await house.probe()
    expect(probed.exitCode, probed.said + probed.complained).toBe(0)
    expectAllSeen(probed)
    expectNoSecret(probed)
    // And the emulator takes the file as it is.
    expect(parseSettingsFile(probed.written)).toMatchObject({ defaultMethodRule: 'kind' })
    expect(probed.summary).toContain('`defaultMethodRule`: kind')
  }, 240_000)

  test('with everything the other way', async () => {
    await house.begin(other)
    const probed = await house.probe()
    expect(probed.exitCode, probed.said + probed.complained).toBe(0)
    expectAllSeen(probed)
    expectNoSecret(probed)
    // A fresh emulator that is given the file behaves alike.
    await house.begin()
    const { status } = await house.emulator.control('PUT /settings', probed.written)
    expect(status).toBe(200)
    const { amr, ...rest } = probed.written.settings
    expect(house.emulator.world.settings).toMatchObject({ ...rest, amr })
    house.emulator.world.firstSettings = firstSettings
  }, 240_000)

  test('and the third way, where there is one', async () => {
    const third: Partial<Settings> = {
      defaultMethodRule: 'everyOfKind',
      lastUsedIsFilled: 'never',
      usersTopMax: 60,
      usersTopAbove: 'ignored',
    }
    await house.begin(third)
    const probed = await house.probe(['--only', 'default_two,amr_push,amr_text,users_top'])
    expect(probed.written.settings, probed.said).toMatchObject(third)
  }, 120_000)

  test('and a limit whose refusal does not say how long to wait', async () => {
    const methodsLimit = { calls: 40, seconds: 10, hasRetryAfter: false }
    await house.begin({ methodsLimit })
    const probed = await house.probe(['--only', 'methods_limit'])
    expect(probed.written.settings, probed.said).toEqual({ methodsLimit })
  }, 120_000)

  test('also when the default was made with the other phone', async () => {
    await house.begin({ defaultMethodRule: 'registration' })
    const { world } = house.emulator
    changePerson(world, house.emulator.id('Elio'), (draft) => {
      const phones = draft.methods.filter(({ kind }) => kind === 'microsoftAuthenticator')
      draft.defaultMethodId = phones.at(-1)?.id ?? null
    })
    const probed = await house.probe(['--only', 'default_two'])
    expect(probed.written.settings, probed.said).toEqual({ defaultMethodRule: 'registration' })
  }, 120_000)
})
