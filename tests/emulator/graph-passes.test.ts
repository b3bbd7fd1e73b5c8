import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let desk: string
beforeAll(async () => {
  emulator = await openEmulator({ people: 130 })
})
beforeEach(async () => {
  await emulator.reset()
  desk = await emulator.token('desk', 'Hana')
})
afterAll(() => emulator.stop())

const passes = (name: string, rest = '') =>
  `/v1.0/users/${emulator.id(name)}/authentication/temporaryAccessPassMethods${rest}`
const create = (name: string, body: unknown = {}, as = desk) =>
  emulator.ask(`POST ${passes(name)}`, { as, body })
const reason = async (name: string) => {
  const { body } = await emulator.ask(`GET ${passes(name)}`, { as: desk })
  const { isUsable, methodUsabilityReason } = body.value[0]
  return [isUsable, methodUsabilityReason]
}
const signIn = async (name: string, code: string) =>
  (await emulator.control(`POST /person/${name}/use-pass`, { code })).body.outcome

// https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
describe('a Temporary Access Pass', () => {
  test('comes with the policy’s defaults, and its code once', async () => {
    const made = await create('Lea')
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      lifetimeInMinutes: 60,
      isUsableOnce: false,
      isUsable: true,
      methodUsabilityReason: 'EnabledByPolicy',
    })
    expect(made.body.temporaryAccessPass).toHaveLength(8)
    const read = await emulator.ask(`GET ${passes('Lea', `/${made.body.id}`)}`, { as: desk })
    expect(read.body.temporaryAccessPass).toBeNull()
  })

  test('is there at most once: a second kills the first', async () => {
    const first = await create('Lea')
    const second = await create('Lea')
    expect((await emulator.ask(`GET ${passes('Lea')}`, { as: desk })).body.value).toHaveLength(1)
    expect(await signIn('Lea', first.body.temporaryAccessPass)).toBe('wrong')
    expect(await signIn('Lea', second.body.temporaryAccessPass)).toBe('ok')
  })

  test('is refused outside the policy’s lifetimes, in Microsoft’s words', async () => {
    const { status, body } = await create('Lea', { lifetimeInMinutes: 30 })
    expect(status).toBe(400)
    expect(body.error.code).toBe('badRequest')
    expect(body.error.message).toBe(
      'Invalid LifetimeInMinutes specified. The valid range between 60 and 480.',
    )
  })

  test('works once when it is for one use, and says so afterwards', async () => {
    const { body } = await create('Lea', { isUsableOnce: true })
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('ok')
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('used')
    const read = await emulator.ask(`GET ${passes('Lea')}`, { as: desk })
    expect(read.body.value[0]).toMatchObject({ isUsable: false, methodUsabilityReason: 'OneTimeUsed' })
  })

  // "A multi-use Temporary Access Pass can only be created if it is allowed by the policy"
  test('is for one use when the policy says so, and refused when asked for more', async () => {
    await emulator.control('PATCH /passes', { isUsableOnce: true })
    expect((await create('Lea')).body.isUsableOnce).toBe(true)
    expect((await create('Lea', { isUsableOnce: true })).status).toBe(201)
    expect((await create('Lea', { isUsableOnce: false })).status).toBe(400)
  })

  test('stops being usable when the policy becomes one-time', async () => {
    const { body } = await create('Lea')
    await emulator.control('PATCH /passes', { isUsableOnce: true })
    expect(await reason('Lea')).toEqual([false, 'DisabledByPolicy'])
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('blocked')
  })

  test('does not work before its start nor after its life', async () => {
    const startDateTime = '2099-01-01T00:00:00Z'
    const later = await create('Lea', { startDateTime })
    expect(later.body).toMatchObject({ isUsable: false, methodUsabilityReason: 'NotYetValid' })
    const { body } = await create('Lea')
    emulator.set({ clockOffsetSeconds: 61 * 60 })
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('expired')
    const read = await emulator.ask(`GET ${passes('Lea')}`, { as: desk })
    expect(read.body.value[0].methodUsabilityReason).toBe('Expired')
  })

  test('can be made for somebody outside the policy’s scope, and then does not work', async () => {
    await emulator.control('PATCH /passes', { excludePeople: ['Lea'] })
    const { status, body } = await create('Lea')
    expect(status).toBe(201)
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('blocked')
  })

  test('is not for external guests', async () => {
    const filter = encodeURIComponent("userType eq 'Guest'")
    const guests = await emulator.ask(`GET /v1.0/users?$filter=${filter}`, { as: desk })
    const [guest] = guests.body.value
    expect(guest.userPrincipalName).toContain('#EXT#')
    const { status, body } = await emulator.ask(
      `POST /v1.0/users/${guest.id}/authentication/temporaryAccessPassMethods`,
      { as: desk, body: {} },
    )
    expect([status, body.error.message]).toEqual([
      400,
      'Temporary Access Pass cannot be added to an external guest user.',
    ])
  })

  // https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
  test('is never for oneself', async () => {
    expect((await create('Hana')).status).toBe(403)
    const ada = await emulator.token('desk', 'Ada')
    expect((await create('Hana', {}, ada)).status).toBe(201)
  })

  test('has no usability in the beta', async () => {
    await create('Lea')
    const { body } = await emulator.ask(`GET ${passes('Lea').replace('v1.0', 'beta')}`, { as: desk })
    expect(body.value[0]).not.toHaveProperty('isUsable')
    expect(body.value[0]).not.toHaveProperty('methodUsabilityReason')
  })

  test('can be deleted', async () => {
    const { body } = await create('Lea')
    expect((await emulator.ask(`DELETE ${passes('Lea', `/${body.id}`)}`, { as: desk })).status).toBe(204)
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('wrong')
  })

  test.each([
    [10, 10, 43_200],
    [43_200, 10, 43_200],
  ])('can live %i minutes where the policy allows it', async (lifetimeInMinutes, min, max) => {
    await emulator.control('PATCH /passes', { minimumLifetimeInMinutes: min, maximumLifetimeInMinutes: max })
    expect((await create('Lea', { lifetimeInMinutes })).body.lifetimeInMinutes).toBe(lifetimeInMinutes)
  })

  test.each([
    [{ lifetimeInMinutes: 9 }],
    [{ lifetimeInMinutes: 43_201 }],
    [{ lifetimeInMinutes: 60.5 }],
    [{ lifetimeInMinutes: 'sixty' }],
    [{ startDateTime: 'tomorrow' }],
    [{ isUsableOnce: 'yes' }],
  ])('is not made of %o', async (body) => {
    await emulator.control('PATCH /passes', {
      minimumLifetimeInMinutes: 10,
      maximumLifetimeInMinutes: 43_200,
    })
    expect((await create('Lea', body)).status).toBe(400)
    expect((await emulator.ask(`GET ${passes('Lea')}`, { as: desk })).body.value).toEqual([])
  })

  // learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass: 8 to 48 characters
  test.each([8, 48])('has the length the policy says: %i', async (defaultLength) => {
    await emulator.control('PATCH /passes', { defaultLength })
    expect((await create('Lea')).body.temporaryAccessPass).toHaveLength(defaultLength)
  })

  test('works from its start on, and says so', async () => {
    const startDateTime = new Date(Date.now() + 3_600_000).toISOString()
    const { body } = await create('Lea', { startDateTime, lifetimeInMinutes: 60 })
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('early')
    expect(await reason('Lea')).toEqual([false, 'NotYetValid'])
    emulator.set({ clockOffsetSeconds: 3_601 })
    expect(await reason('Lea')).toEqual([true, 'EnabledByPolicy'])
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('ok')
    emulator.set({ clockOffsetSeconds: 7_201 })
    expect(await reason('Lea')).toEqual([false, 'Expired'])
  })

  test('for somebody outside the policy is made, and does not work', async () => {
    await emulator.control('PATCH /passes', { excludePeople: ['Lea'] })
    const { status, body } = await create('Lea')
    expect([status, body.isUsable, body.methodUsabilityReason]).toEqual([201, false, 'DisabledByPolicy'])
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('blocked')
  })

  test('stays in the list, unusable, when the policy is switched off', async () => {
    const { body } = await create('Lea')
    await emulator.control('PATCH /passes', { state: 'disabled' })
    expect(await reason('Lea')).toEqual([false, 'DisabledByPolicy'])
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('blocked')
    await emulator.control('PATCH /passes', { state: 'enabled' })
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('ok')
  })

  test('works again and again while it lives, unless it is for one use', async () => {
    const { body } = await create('Lea')
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('ok')
    expect(await signIn('Lea', body.temporaryAccessPass)).toBe('ok')
    expect(await reason('Lea')).toEqual([true, 'EnabledByPolicy'])
  })

  test('leaves its code in no log, ledger or file', async () => {
    const { body } = await create('Lea')
    emulator.world.store.flush()
    const kept = readFileSync(`${emulator.folder}/state.ndjson`, 'utf8')
    expect(kept).toContain(body.id)
    expect(kept).not.toContain(body.temporaryAccessPass)
    const ledger = await emulator.control('GET /ledger')
    expect(JSON.stringify(ledger.body)).not.toContain(body.temporaryAccessPass)
  })
})
