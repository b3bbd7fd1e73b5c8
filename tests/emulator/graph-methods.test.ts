import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let reader: string
let desk: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
  desk = await emulator.token('desk', 'Hana')
})
afterAll(() => emulator.stop())

const of = (name: string, rest = 'methods') => `/v1.0/users/${emulator.id(name)}/authentication/${rest}`
const list = async (name: string) => (await emulator.ask(`GET ${of(name)}`, { as: reader })).body.value
const idOf = async (name: string, type: string, place = 0) =>
  (await list(name)).filter((method: { '@odata.type': string }) => method['@odata.type'].includes(type))[
    place
  ].id

// https://learn.microsoft.com/graph/api/authentication-list-methods
describe('listing methods', () => {
  test('gives derived types, the password among them, with Microsoft’s fixed ids', async () => {
    const methods = await list('Elio')
    expect(methods.map((method: { '@odata.type': string }) => method['@odata.type'])).toEqual([
      '#microsoft.graph.passwordAuthenticationMethod',
      '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
      '#microsoft.graph.microsoftAuthenticatorAuthenticationMethod',
      '#microsoft.graph.phoneAuthenticationMethod',
    ])
    expect(methods[0].id).toBe('28c10230-6103-485e-b985-444c60001490')
    expect(methods[0].password).toBeNull()
    expect(methods[3].id).toBe('3179e48a-750b-4051-897c-87b9720928f7')
  })

  test('leaves the creation date of a push registration empty', async () => {
    const authenticator = (await list('Elio'))[1]
    expect(authenticator).toMatchObject({ createdDateTime: null, displayName: "Elio's old iPhone 12" })
    expect(authenticator).not.toHaveProperty('lastUsedDateTime')
  })

  test('shows last use and the kind of app in the beta only', async () => {
    const beta = await emulator.ask(`GET ${of('Elio').replace('v1.0', 'beta')}`, { as: reader })
    expect(beta.body.value[1].lastUsedDateTime).toMatch(/^2\d{3}-/)
    expect(beta.body.value[1].clientAppName).toBe('microsoftAuthenticator')
  })

  test('supports no query options, whatever the metadata says', async () => {
    expect((await emulator.ask(`GET ${of('Elio')}?$select=id`, { as: reader })).status).toBe(400)
  })

  test('carries kinds nobody has heard of', async () => {
    await emulator.control('POST /person/Elio/methods', {
      kind: 'unknown',
      odataType: '#microsoft.graph.brandNewAuthenticationMethod',
    })
    expect((await list('Elio')).at(-1)['@odata.type']).toBe('#microsoft.graph.brandNewAuthenticationMethod')
  })

  test('has passkeys with the AAGUID of Microsoft Authenticator', async () => {
    const { body } = await emulator.ask(`GET ${of('Piero', 'fido2Methods')}`, {
      as: await emulator.token('reader', undefined, { granted: ['UserAuthMethod-Passkey.Read.All'] }),
    })
    expect(body.value.map(({ aaGuid }: { aaGuid: string }) => aaGuid)).toContain(
      '90a3ccdf-635c-4729-a248-9b709135078f',
    )
  })
})

// https://learn.microsoft.com/graph/api/microsoftauthenticatorauthenticationmethod-delete, docs issues 14470, 18091
describe('deleting methods', () => {
  test('has no untyped form: the service answers in ASP.NET’s words', async () => {
    const answer = await emulator.ask(`DELETE ${of('Elio')}/${await idOf('Elio', 'Authenticator')}`, {
      as: desk,
    })
    expect(answer.status).toBe(404)
    expect(answer.body.Message).toMatch(/^No HTTP resource was found that matches the request URI/)
  })

  test('is 204, and the method is gone', async () => {
    const id = await idOf('Elio', 'microsoftAuthenticator')
    const answer = await emulator.ask(`DELETE ${of('Elio', `microsoftAuthenticatorMethods/${id}`)}`, {
      as: desk,
    })
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect((await list('Elio')).map((method: { id: string }) => method.id)).not.toContain(id)
    expect(
      (await emulator.ask(`DELETE ${of('Elio', `microsoftAuthenticatorMethods/${id}`)}`, { as: desk }))
        .status,
    ).toBe(404)
  })

  test('refuses the default while others remain, with badRequest and nothing more telling', async () => {
    const id = await idOf('Nora', 'microsoftAuthenticator')
    const answer = await emulator.ask(`DELETE ${of('Nora', `microsoftAuthenticatorMethods/${id}`)}`, {
      as: desk,
    })
    expect(answer.status).toBe(400)
    expect(answer.body.error).toMatchObject({
      code: 'badRequest',
      message: `The requested authentication method id of [${id}] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed`,
    })
  })

  test('lets the default go as the last one', async () => {
    const id = await idOf('Nora', 'microsoftAuthenticator')
    await emulator.ask(`DELETE ${of('Nora', 'phoneMethods/3179e48a-750b-4051-897c-87b9720928f7')}`, {
      as: desk,
    })
    expect(
      (await emulator.ask(`DELETE ${of('Nora', `microsoftAuthenticatorMethods/${id}`)}`, { as: desk }))
        .status,
    ).toBe(204)
    expect(await list('Nora')).toHaveLength(1)
  })

  test('under the strict rule keeps the very registration the default was made with', async () => {
    emulator.set({ defaultMethodRule: 'registration' })
    const id = await idOf('Elio', 'microsoftAuthenticator')
    expect(
      (await emulator.ask(`DELETE ${of('Elio', `microsoftAuthenticatorMethods/${id}`)}`, { as: desk }))
        .status,
    ).toBe(400)
    const ipad = await idOf('Elio', 'microsoftAuthenticator', 1)
    expect(
      (await emulator.ask(`DELETE ${of('Elio', `microsoftAuthenticatorMethods/${ipad}`)}`, { as: desk }))
        .status,
    ).toBe(204)
  })

  test('keeps the password', async () => {
    const answer = await emulator.ask(
      `DELETE ${of('Elio', 'passwordMethods/28c10230-6103-485e-b985-444c60001490')}`,
      { as: desk },
    )
    expect(answer.status).toBe(405)
  })
})

// https://learn.microsoft.com/graph/api/authentication-post-phonemethods, phoneauthenticationmethod-delete
describe('phone numbers', () => {
  const post = (name: string, phoneType: string, phoneNumber = '+353 800012345') =>
    emulator.ask(`POST ${of(name, 'phoneMethods')}`, { as: desk, body: { phoneType, phoneNumber } })

  test('are one of each type', async () => {
    expect((await post('Elio', 'mobile')).status).toBe(400)
    const made = await post('Elio', 'office')
    expect([made.status, made.body.id]).toEqual([201, 'e37fc753-ff3b-4958-9484-eaa9425c82bc'])
  })

  test('need the mobile before the alternate mobile, and until it is gone', async () => {
    expect((await post('Lea', 'alternateMobile')).status).toBe(400)
    await post('Lea', 'mobile')
    expect((await post('Lea', 'alternateMobile')).body.id).toBe('b6332ec1-7057-4abe-9331-3d72feddfe41')
    const mobile = `DELETE ${of('Lea', 'phoneMethods/3179e48a-750b-4051-897c-87b9720928f7')}`
    expect((await emulator.ask(mobile, { as: desk })).status).toBe(400)
    await emulator.ask(`DELETE ${of('Lea', 'phoneMethods/b6332ec1-7057-4abe-9331-3d72feddfe41')}`, {
      as: desk,
    })
    expect((await emulator.ask(mobile, { as: desk })).status).toBe(204)
  })

  test('are refused when they are not written +country number', async () => {
    expect((await post('Lea', 'mobile', '0800012345')).status).toBe(400)
  })

  test('are masked for an Authentication Administrator, and not for the reader', async () => {
    const phone = `GET ${of('Elio', 'phoneMethods')}`
    expect((await emulator.ask(phone, { as: desk })).body.value[0].phoneNumber).toMatch(/^\+39 X+\d\d$/)
    expect((await emulator.ask(phone, { as: reader })).body.value[0].phoneNumber).toMatch(/^\+39 \d+$/)
  })
})

// https://learn.microsoft.com/graph/api/resources/signinpreferences (beta)
describe('sign-in preferences', () => {
  const address = () => of('Nora', 'signInPreferences').replace('v1.0', 'beta')

  test('are in the beta only', async () => {
    expect((await emulator.ask(`GET ${of('Nora', 'signInPreferences')}`, { as: reader })).status).toBe(400)
    expect((await emulator.ask(`GET ${address()}`, { as: reader })).body).toMatchObject({
      isSystemPreferredAuthenticationMethodEnabled: true,
      userPreferredMethodForSecondaryAuthentication: 'push',
    })
  })

  test('changed, set the old default free', async () => {
    const granted = ['UserAuthenticationMethod.ReadWrite.All']
    const as = await emulator.token('desk', 'Hana', { granted })
    const body = { userPreferredMethodForSecondaryAuthentication: 'sms' }
    expect((await emulator.ask(`PATCH ${address()}`, { as, body })).status).toBe(204)
    const id = await idOf('Nora', 'microsoftAuthenticator')
    expect(
      (await emulator.ask(`DELETE ${of('Nora', `microsoftAuthenticatorMethods/${id}`)}`, { as })).status,
    ).toBe(204)
  })
})
