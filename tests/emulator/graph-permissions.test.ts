import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(() => emulator.reset())
afterAll(() => emulator.stop())

const of = (name: string, rest: string) => `/v1.0/users/${emulator.id(name)}/authentication/${rest}`
const firstApp = async (name: string) => {
  const as = await emulator.token('reader')
  return (await emulator.ask(`GET ${of(name, 'microsoftAuthenticatorMethods')}`, { as })).body.value[0].id
}
/** Deletes a person's first Authenticator with a token; the answer's status. */
const deleteApp = async (name: string, as: string) =>
  (await emulator.ask(`DELETE ${of(name, `microsoftAuthenticatorMethods/${await firstApp(name)}`)}`, { as }))
    .status
const deleteNumber = (name: string, as: string) =>
  status(`DELETE ${of(name, 'phoneMethods/3179e48a-750b-4051-897c-87b9720928f7')}`, as)
const status = async (call: string, as: string) => (await emulator.ask(call, { as })).status

describe('a token', () => {
  test('is needed, must be ours, for Graph, and not expired', async () => {
    const good = await emulator.token('reader')
    expect(await status('GET /v1.0/users', good)).toBe(200)
    expect(await status('GET /v1.0/users', '')).toBe(401)
    const [head = '', payload = '', signature = ''] = good.split('.')
    const changed = Buffer.from(payload, 'base64url')
      .toString()
      .replace('reader', 'other')
      .replace('"idtyp":"app"', '"idtyp":"xpp"')
    const forged = `${head}.${Buffer.from(changed).toString('base64url')}.${signature}`
    const answer = await emulator.ask('GET /v1.0/users', { as: forged })
    expect([answer.status, answer.body.error.code]).toEqual([401, 'InvalidAuthenticationToken'])
    emulator.set({ accessTokenSeconds: 1 })
    const short = await emulator.token('reader')
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect((await emulator.ask('GET /v1.0/users', { as: short })).body.error.message).toContain('expired')
  })

  test('for the portal is no token for Graph’s data: it carries openid and profile only', async () => {
    expect(await status('GET /v1.0/me', await emulator.token('portal', 'Olga'))).toBe(403)
  })

  test('of an ID token is refused: another audience', async () => {
    const { body } = await emulator.control('POST /tokens', { app: 'portal', person: 'Olga' })
    expect(await status('GET /v1.0/me', body.idToken)).toBe(401)
  })

  test('of an app alone has no /me', async () => {
    expect(await status('GET /v1.0/me', await emulator.token('reader'))).toBe(400)
  })
})

// Least and accepted permissions: microsoft-graph-devx-content permissions.json
describe('permissions', () => {
  test('of the reader read, and never write', async () => {
    const reader = await emulator.token('reader')
    expect(await status(`GET ${of('Elio', 'methods')}`, reader)).toBe(200)
    expect(await deleteApp('Elio', reader)).toBe(403)
    expect(
      (await emulator.ask(`POST ${of('Lea', 'temporaryAccessPassMethods')}`, { as: reader, body: {} }))
        .status,
    ).toBe(403)
  })

  test('of the mailer send mail, and nothing else', async () => {
    const mailer = await emulator.token('mail')
    expect((await emulator.ask('GET /v1.0/users', { as: mailer })).body.error).toMatchObject({
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    })
  })

  test('are granular: one kind of method does not open another', async () => {
    const as = await emulator.token('desk', 'Hana', { granted: ['UserAuthMethod-Phone.ReadWrite.All'] })
    expect(await status(`GET ${of('Elio', 'phoneMethods')}`, as)).toBe(200)
    expect(await status(`GET ${of('Elio', 'microsoftAuthenticatorMethods')}`, as)).toBe(403)
    expect(await status(`GET ${of('Elio', 'methods')}`, as)).toBe(403)
  })

  test('without .All reach oneself only', async () => {
    const self = await emulator.token('self', 'Elio')
    expect(await status('GET /v1.0/me/authentication/microsoftAuthenticatorMethods', self)).toBe(200)
    expect(await status(`GET ${of('Elio', 'microsoftAuthenticatorMethods')}`, self)).toBe(200)
    expect(await status(`GET ${of('Lia', 'microsoftAuthenticatorMethods')}`, self)).toBe(403)
  })

  test('of an app that may write reach everybody, administrators too: no role matrix', async () => {
    const as = await emulator.token('reader', undefined, { granted: ['UserAuthMethod-TAP.ReadWrite.All'] })
    expect(
      (await emulator.ask(`POST ${of('Vito', 'temporaryAccessPassMethods')}`, { as, body: {} })).status,
    ).toBe(201)
  })
})

// https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
describe('the role matrix', () => {
  const desk = () => emulator.token('desk', 'Hana')

  test('lets an Authentication Administrator change people without roles', async () => {
    expect(await deleteApp('Elio', await desk())).toBe(204)
  })

  test('keeps them from somebody who holds another role', async () => {
    const answer = await emulator.ask(
      `DELETE ${of('Vito', `microsoftAuthenticatorMethods/${await firstApp('Vito')}`)}`,
      { as: await desk() },
    )
    expect([answer.status, answer.body.error.code, answer.body.error.message]).toEqual([
      403,
      'accessDenied',
      'Request Authorization failed',
    ])
  })

  test.each([
    ['Reports Reader', 204],
    ['Password Administrator', 204],
    ['Authentication Administrator', 204],
    ['Helpdesk Administrator', 403],
    ['User Administrator', 403],
    ['Global Reader', 403],
  ])('towards a %s answers %i', async (role, expected) => {
    await emulator.control('PUT /person/Elio/roles', [role])
    expect(await deleteApp('Elio', await desk())).toBe(expected)
  })

  test.each([
    ['Privileged Authentication Administrator', 204],
    ['Global Administrator', 204],
    ['Helpdesk Administrator', 403],
    ['User Administrator', 403],
    ['Authentication Policy Administrator', 403],
    ['Global Reader', 403],
  ])('lets a %s change an administrator: %i', async (role, expected) => {
    await emulator.control('PUT /person/Hana/roles', [role])
    await emulator.control('PUT /person/Elio/roles', ['Exchange Administrator'])
    expect(await deleteApp('Elio', await desk())).toBe(expected)
  })

  test('counts members and owners of a role-assignable group as privileged', async () => {
    const group = emulator.world.tenant.groups.find(({ isAssignableToRole }) => isAssignableToRole)
    group?.ownerIds.push(emulator.id('Elio'))
    expect(await deleteApp('Elio', await desk())).toBe(403)
  })

  test('counts members of a restricted unit as privileged', async () => {
    emulator.world.tenant.administrativeUnits[0]!.isMemberManagementRestricted = true // Milan, where Elio is
    expect(await deleteApp('Elio', await desk())).toBe(403)
    expect(await deleteNumber('Petra', await desk())).toBe(204)
  })

  test('ends at the unit a role is scoped to', async () => {
    const dublin = emulator.world.tenant.administrativeUnits.find(
      ({ displayName }) => displayName === 'Dublin site',
    )
    await emulator.control('PUT /person/Hana/roles', [
      { role: 'Authentication Administrator', unitId: dublin?.id },
    ])
    expect(await deleteNumber('Petra', await desk())).toBe(204)
    expect(await deleteApp('Elio', await desk())).toBe(403)
  })

  test('asks for a role that is active now', async () => {
    await emulator.control('POST /person/Hana/roles/deactivate', {})
    const as = await desk()
    expect(await deleteApp('Elio', as)).toBe(403)
    await emulator.control('POST /person/Hana/roles/activate', { hours: 1 })
    expect(await deleteApp('Elio', as)).toBe(204)
    emulator.set({ clockOffsetSeconds: 3_601 })
    expect(await deleteApp('Lia', as)).toBe(403)
  })

  test('hides other people’s methods from whoever holds no reading role', async () => {
    const as = await emulator.token('desk', 'Paola')
    expect(await status(`GET ${of('Elio', 'methods')}`, as)).toBe(403)
    await emulator.control('PUT /person/Paola/roles', ['Global Reader'])
    expect(await status(`GET ${of('Elio', 'methods')}`, as)).toBe(200)
  })

  test('lets a Helpdesk Administrator end sessions, though not touch methods', async () => {
    await emulator.control('PUT /person/Hana/roles', ['Helpdesk Administrator'])
    const revoke = `POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions`
    expect(await status(revoke, await desk())).toBe(200)
    expect(await deleteApp('Elio', await desk())).toBe(403)
  })
})

// https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined
describe('changing one’s own methods', () => {
  test('needs a sign-in with MFA that is at most ten minutes old', async () => {
    expect(await deleteApp('Elio', await emulator.token('self', 'Elio', { ageSeconds: 601 }))).toBe(403)
    expect(await deleteApp('Elio', await emulator.token('self', 'Elio', { amr: ['pwd'] }))).toBe(403)
    expect(await deleteApp('Elio', await emulator.token('self', 'Elio', { ageSeconds: 540 }))).toBe(204)
  })

  test('holds for administrators as well', async () => {
    expect(await deleteApp('Hana', await emulator.token('desk', 'Hana', { ageSeconds: 601 }))).toBe(403)
  })
})
