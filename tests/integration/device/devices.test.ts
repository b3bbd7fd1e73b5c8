import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swaps } from '@/db/schema/swaps'
import { addDevice } from '@/lib/commands/device/add-device'
import { attestProtection } from '@/lib/commands/device/attest-protection'
import { describeDevice } from '@/lib/commands/device/describe-device'
import { linkMethod } from '@/lib/commands/device/link-method'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { makePerson, personActor } from '@/tests/support/make'
import { linksOf, listDevices, makeDevice, typesAbout } from '@/tests/support/make-device'
import { makeReading, makeSwap, seenMethod } from '@/tests/support/make-swap'

const words = { name: 'Kitchen iPad', model: 'iPad Air', platform: 'ios', kind: 'tablet' } as const

async function begin() {
  const person = await makePerson()
  return { person, actor: personActor(person), device: await makeDevice(person) }
}

const stranger = async () => personActor(await makePerson())
const absent = { kind: 'not_found', code: 'not_found' }

describe('a person adds a device', () => {
  test('and the log says so, without what they call it', async () => {
    const person = await makePerson()
    const id = await addDevice(personActor(person), words)
    expect(await listDevices(person)).toMatchObject([{ id, ...words, state: 'active', role: 'none' }])
    expect(await typesAbout(person)).toEqual(['device.added'])
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectOid, person.entraId))
    expect(event?.body).not.toContain('Kitchen')
  })

  test('with a name, and an address is none', async () => {
    const person = await makePerson()
    const actor = personActor(person)
    await expect(addDevice(actor, { ...words, name: ' ' })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { name: 'field_required' },
    })
    await expect(addDevice(actor, { ...words, name: 'me@example.com' })).rejects.toMatchObject({
      fields: { name: 'device_no_address' },
    })
    expect(await listDevices(person)).toEqual([])
  })

  test('up to twenty, and of two at once at the brim only one', async () => {
    const person = await makePerson()
    for (let count = 0; count < 19; count += 1) await makeDevice(person)
    const added = await Promise.allSettled([1, 2].map(() => addDevice(personActor(person), words)))
    expect(added.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await listDevices(person)).toHaveLength(20)
    await expect(addDevice(personActor(person), words)).rejects.toMatchObject({ code: 'devices_too_many' })
  })
})

describe('a person says what a device is', () => {
  test('and the log says so once, however often they say the same', async () => {
    const { person, actor, device } = await begin()
    await describeDevice(actor, { deviceId: device.id, ...words })
    await describeDevice(actor, { deviceId: device.id, ...words })
    expect(await listDevices(person)).toMatchObject([{ ...words }])
    expect(await typesAbout(person)).toEqual(['device.described'])
  })

  test('of nobody else’s device, which looks as if it were not there', async () => {
    const { person, device } = await begin()
    const other = await stranger()
    await expect(describeDevice(other, { deviceId: device.id, ...words })).rejects.toMatchObject(absent)
    await expect(sayDeviceState(other, { deviceId: device.id, state: 'lost' })).rejects.toMatchObject(absent)
    await expect(attestProtection(other, { deviceId: device.id })).rejects.toMatchObject(absent)
    await expect(linkMethod(other, { deviceId: device.id, methodId: 'x' })).rejects.toMatchObject(absent)
    expect(await typesAbout(person)).toEqual([])
  })

  test('twice at once: both are in the log, and one of them holds', async () => {
    const { person, actor, device } = await begin()
    const names = ['One', 'Two']
    await Promise.all(names.map((name) => describeDevice(actor, { deviceId: device.id, ...words, name })))
    expect(names).toContain((await listDevices(person))[0]?.name)
    expect(await typesAbout(person)).toEqual(['device.described', 'device.described'])
  })
})

describe('a person says that a device is lost', () => {
  test('and it holds no backup any more', async () => {
    const { person, actor, device } = await begin()
    const primary = await makeDevice(person, { role: 'primary' })
    await sayDeviceState(actor, { deviceId: primary.id, state: 'lost' })
    expect(await listDevices(person)).toMatchObject([
      { id: device.id, state: 'active' },
      { id: primary.id, state: 'lost', role: 'none' },
    ])
    expect(await typesAbout(person)).toEqual(['device.state_changed'])
  })

  test('and found again, as often as it happens; the same word twice leaves no trace', async () => {
    const { person, actor, device } = await begin()
    for (const state of ['lost', 'lost', 'here', 'damaged'] as const)
      await sayDeviceState(actor, { deviceId: device.id, state })
    expect((await listDevices(person))[0]?.state).toBe('damaged')
    expect(await typesAbout(person)).toHaveLength(3)
  })

  test('but not one that was handed in, which stays as it was', async () => {
    const { person, actor } = await begin()
    const gone = await makeDevice(person, { state: 'returned' })
    await expect(sayDeviceState(actor, { deviceId: gone.id, state: 'lost' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'device_state_impossible',
    })
    expect(await typesAbout(person)).toEqual([])
  })

  test('and for the old phone of a move that is what the move asks, too', async () => {
    const { person, actor } = await begin()
    const swap = await makeSwap(person, { hasOldPhone: true, state: 'preparing' })
    const old = await makeDevice(person, { swapId: swap.id, part: 'old', state: 'old' })
    const hasIt = async () => (await db.select().from(swaps).where(eq(swaps.id, swap.id)))[0]?.hasOldPhone
    await sayDeviceState(actor, { deviceId: old.id, state: 'lost' })
    expect(await hasIt()).toBe(false)
    await sayDeviceState(actor, { deviceId: old.id, state: 'here' })
    expect(await hasIt()).toBe(true)
    expect((await listDevices(person)).find(({ id }) => id === old.id)?.state).toBe('old')
  })

  test('twice at once: one of them changes it', async () => {
    const { person, actor, device } = await begin()
    await Promise.all([1, 2].map(() => sayDeviceState(actor, { deviceId: device.id, state: 'lost' })))
    expect(await typesAbout(person)).toEqual(['device.state_changed'])
  })
})

describe('a person says on which device a registration is', () => {
  test('and the last answer holds', async () => {
    const { person, actor, device } = await begin()
    const other = await makeDevice(person)
    await makeReading(person, new Date(), [seenMethod('app')])
    await linkMethod(actor, { deviceId: device.id, methodId: 'app' })
    await linkMethod(actor, { deviceId: other.id, methodId: 'app' })
    expect(await linksOf(person)).toEqual({ app: other.id })
    expect(await typesAbout(person)).toEqual(['device.method_linked', 'device.method_linked'])
  })

  test('of one Microsoft shows for them, and of no other', async () => {
    const { person, actor, device } = await begin()
    const other = await makePerson()
    await makeReading(other, new Date(), [seenMethod('theirs')])
    await makeReading(person, new Date(), [seenMethod('gone')])
    await makeReading(person, new Date(), [], ['gone'])
    for (const methodId of ['theirs', 'gone', 'never'])
      await expect(linkMethod(actor, { deviceId: device.id, methodId })).rejects.toMatchObject(absent)
    expect(await linksOf(person)).toEqual({})
  })

  test('twice at once: it is on one', async () => {
    const { person, actor, device } = await begin()
    const other = await makeDevice(person)
    await makeReading(person, new Date(), [seenMethod('app')])
    await Promise.all([device, other].map(({ id }) => linkMethod(actor, { deviceId: id, methodId: 'app' })))
    expect([device.id, other.id]).toContain((await linksOf(person)).app)
  })
})

describe('a person says what protects a device', () => {
  test('and what is not ticked is said to be off', async () => {
    const { person, actor, device } = await begin()
    await attestProtection(actor, { deviceId: device.id, passcode: 'yes', find_my: 'yes' })
    expect((await listDevices(person))[0]?.protections).toEqual(['passcode', 'find_my'])
    await attestProtection(actor, { deviceId: device.id })
    expect((await listDevices(person))[0]).toMatchObject({ protections: [], protectedAt: expect.any(Date) })
    expect(await typesAbout(person)).toHaveLength(2)
  })

  test('but not of one that is gone', async () => {
    const { person, actor } = await begin()
    const lost = await makeDevice(person, { state: 'lost' })
    await expect(attestProtection(actor, { deviceId: lost.id, passcode: 'yes' })).rejects.toMatchObject({
      code: 'device_not_in_use',
    })
    expect(await typesAbout(person)).toEqual([])
  })

  test('twice at once: both are in the log', async () => {
    const { person, actor, device } = await begin()
    await Promise.all([1, 2].map(() => attestProtection(actor, { deviceId: device.id, passcode: 'yes' })))
    expect(await typesAbout(person)).toHaveLength(2)
  })
})
