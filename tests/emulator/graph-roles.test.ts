import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

// https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions (2026-06-05):
// "Who can reset passwords" and "Who can perform sensitive actions". Rows: what the target holds; columns: who acts.

const actors = {
  P: 'Password Administrator',
  H: 'Helpdesk Administrator',
  A: 'Authentication Administrator',
  U: 'User Administrator',
  V: 'Privileged Authentication Administrator',
  G: 'Global Administrator',
} as const

type Row = [target: string, mayEndSessions: string, mayChangeMethods: string]

const table: Row[] = [
  ['Authentication Administrator', 'AVG', 'AVG'],
  ['Directory Readers', 'PHAUVG', 'AVG'],
  ['Global Administrator', 'VG', 'VG'],
  ['Groups Administrator', 'UVG', 'VG'],
  ['Guest Inviter', 'PHAUVG', 'AVG'],
  ['Helpdesk Administrator', 'HUVG', 'VG'],
  ['Message Center Reader', 'HAUVG', 'AVG'],
  ['Password Administrator', 'PHAUVG', 'AVG'],
  ['Privileged Authentication Administrator', 'VG', 'VG'],
  ['Privileged Role Administrator', 'VG', 'VG'],
  ['Reports Reader', 'HAUVG', 'AVG'],
  ['(no role)', 'PHAUVG', 'AVG'],
  ['(member of a role-assignable group)', 'VG', 'VG'],
  ['(owner of a role-assignable group)', 'VG', 'VG'],
  ['(in a restricted unit)', 'VG', 'VG'],
  ['User Administrator', 'UVG', 'VG'],
  ['User Experience Success Manager', 'HAUVG', 'AVG'],
  ['Usage Summary Reports Reader', 'HAUVG', 'AVG'],
  // "Any other built-in or custom role"
  ['Exchange Administrator', 'VG', 'VG'],
  ['Global Reader', 'VG', 'VG'],
  ['Security Administrator', 'VG', 'VG'],
  ['Intune Administrator', 'VG', 'VG'],
]

let emulator: Emulator
let desk: string
beforeAll(async () => {
  emulator = await openEmulator()
})
afterAll(() => emulator.stop())

async function hold(target: string): Promise<void> {
  await emulator.reset()
  const { groups, administrativeUnits } = emulator.world.tenant
  const group = groups.find(({ isAssignableToRole }) => isAssignableToRole)
  if (target.startsWith('(member') && group?.membership.by === 'list')
    group.membership.memberIds.push(emulator.id('Elio'))
  else if (target.startsWith('(owner')) group?.ownerIds.push(emulator.id('Elio'))
  else if (target.startsWith('(in a'))
    administrativeUnits[0]!.isMemberManagementRestricted = true // Milan, Elio's
  else if (!target.startsWith('('))
    expect((await emulator.control('PUT /person/Elio/roles', [target])).status).toBe(204)
}

const revoke = async () =>
  (await emulator.ask(`POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions`, { as: desk })).status
const change = async () =>
  (
    await emulator.ask(`DELETE /v1.0/users/${emulator.id('Elio')}/authentication/softwareOathMethods/none`, {
      as: desk,
    })
  ).status

describe.each(table)('of somebody who is %s', (target, mayEndSessions, mayChangeMethods) => {
  test.each(Object.entries(actors))('%s: %s', async (letter, role) => {
    await hold(target)
    await emulator.control('PUT /person/Hana/roles', [role])
    desk = await emulator.token('desk', 'Hana')
    expect(await revoke()).toBe(mayEndSessions.includes(letter) ? 200 : 403)
    // Allowed, the method that does not exist is not found.
    expect(await change()).toBe(mayChangeMethods.includes(letter) ? 404 : 403)
  })
})

test('a target with several roles needs every one of them to allow it', async () => {
  await hold('(no role)')
  await emulator.control('PUT /person/Elio/roles', ['Reports Reader', 'Exchange Administrator'])
  await emulator.control('PUT /person/Hana/roles', ['Authentication Administrator'])
  desk = await emulator.token('desk', 'Hana')
  expect(await change()).toBe(403)
})

// The same page: policy and per-user MFA only, not people's methods.
test('Authentication Policy Administrator changes nobody’s methods', async () => {
  await hold('(no role)')
  await emulator.control('PUT /person/Hana/roles', ['Authentication Policy Administrator'])
  desk = await emulator.token('desk', 'Hana')
  expect([await change(), await revoke()]).toEqual([403, 403])
})

// https://learn.microsoft.com/graph/api/authentication-list-methods: who reads, and who sees masked numbers
test.each([
  ['Global Reader', 200, false],
  ['Authentication Administrator', 200, true],
  ['Privileged Authentication Administrator', 200, false],
  ['Helpdesk Administrator', 403, false],
  ['Reports Reader', 403, false],
])('%s reads methods: %i, with masked numbers: %s', async (role, status, isMasked) => {
  await hold('(no role)')
  await emulator.control('PUT /person/Hana/roles', [role])
  const as = await emulator.token('desk', 'Hana')
  const answer = await emulator.ask(`GET /v1.0/users/${emulator.id('Elio')}/authentication/phoneMethods`, {
    as,
  })
  expect(answer.status).toBe(status)
  if (status === 200) expect(answer.body.value[0].phoneNumber.includes('X')).toBe(isMasked)
})

// https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
test.each([
  ['Privileged Authentication Administrator', 'Vito', 201],
  ['Authentication Administrator', 'Vito', 403],
  ['Authentication Administrator', 'Lea', 201],
  ['Helpdesk Administrator', 'Lea', 403],
  ['Global Reader', 'Lea', 403],
])('%s makes a pass for %s: %i', async (role, name, status) => {
  await emulator.reset()
  await emulator.control('PUT /person/Hana/roles', [role])
  const as = await emulator.token('desk', 'Hana')
  const address = `/v1.0/users/${emulator.id(name)}/authentication/temporaryAccessPassMethods`
  expect((await emulator.ask(`POST ${address}`, { as, body: {} })).status).toBe(status)
})

test('Global Reader sees a pass, without its code', async () => {
  await emulator.reset()
  const address = `/v1.0/users/${emulator.id('Lea')}/authentication/temporaryAccessPassMethods`
  await emulator.ask(`POST ${address}`, { as: await emulator.token('desk', 'Ada'), body: {} })
  await emulator.control('PUT /person/Hana/roles', ['Global Reader'])
  const { body } = await emulator.ask(`GET ${address}`, { as: await emulator.token('desk', 'Hana') })
  expect(body.value[0]).toMatchObject({ temporaryAccessPass: null, lifetimeInMinutes: 60 })
})
