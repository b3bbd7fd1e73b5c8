import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'
import { permissionTable, type Row } from './permission-table'

let emulator: Emulator
beforeAll(async () => {
  emulator = await openEmulator()
  // Roles are another question: whoever asks here holds the one that reaches everybody.
  await emulator.control('PUT /person/Olga/roles', ['Global Administrator'])
})
afterAll(() => emulator.stop())

const everyPermission = [
  ...new Set(
    permissionTable.flatMap(({ application, delegated, own = [] }) => [...application, ...delegated, ...own]),
  ),
]

type As = { app: string; person?: string }

/** Whether the call got past the permissions of a token that carries these and no others. */
async function opens(call: string, { app, person }: As, granted: string[]): Promise<boolean> {
  const target = person === 'Elio' ? 'Elio' : 'Lia'
  const address = call
    .replaceAll('{user}', emulator.id(target))
    .replace('{group}', emulator.world.tenant.groups[0]?.id ?? '')
    .replace('{unit}', emulator.world.tenant.administrativeUnits[0]?.id ?? '')
    .replace('{role}', 'c4e39bd9-1100-46d3-8c65-fb160da0071f')
    .replace('{domain}', 'aurora-components.example')
    .replace('{configuration}', 'TemporaryAccessPass')
    .replace('{method}', 'none')
  const as = await emulator.token(app, person, { granted })
  const { status } = await emulator.ask(address, { as, headers: { ConsistencyLevel: 'eventual' } })
  expect([200, 201, 204, 400, 403, 404]).toContain(status)
  return status !== 403
}

const without = (accepted: string[]) => everyPermission.filter((name) => !accepted.includes(name))

describe.each(permissionTable)('$call', ({ call, application, delegated, own = [] }: Row) => {
  test('opens to an app with any of its permissions, and with none of the others', async () => {
    for (const name of application)
      expect([name, await opens(call, { app: 'reader' }, [name])]).toEqual([name, true])
    expect(await opens(call, { app: 'reader' }, without(application))).toBe(false)
  })

  test('opens to an administrator with any of its permissions, and with none of the others', async () => {
    const as = { app: 'desk', person: 'Olga' }
    for (const name of delegated) expect([name, await opens(call, as, [name])]).toEqual([name, true])
    expect(await opens(call, as, without(delegated))).toBe(false)
  })

  test('opens to the person it is about', async () => {
    const as = { app: 'self', person: 'Elio' }
    for (const name of own) expect([name, await opens(call, as, [name])]).toEqual([name, true])
    expect(await opens(call, as, without([...delegated, ...own]))).toBe(false)
  })
})

// On /me a passkey wants the permission for oneself; the one for everybody does not do (same list, /me rows).
test('/me/authentication/fido2Methods opens to permissions for oneself only', async () => {
  const ask = async (granted: string) => {
    const as = await emulator.token('self', 'Elio', { granted: [granted] })
    return (await emulator.ask('GET /v1.0/me/authentication/fido2Methods', { as })).status
  }
  expect(await ask('UserAuthMethod-Passkey.Read')).toBe(200)
  expect(await ask('UserAuthenticationMethod.ReadWrite')).toBe(200)
  expect(await ask('UserAuthMethod-Passkey.Read.All')).toBe(403)
})
