import { describe, expect, test } from 'vitest'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { nameLater } from '@/lib/commands/swap/name-later'
import { makePerson, personActor } from '@/tests/support/make'
import { linksOf, listDevices, makeDevice, typesAbout } from '@/tests/support/make-device'
import { makeReading, makeSwap, seenMethod } from '@/tests/support/make-swap'

const described = { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' } as const
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

const baseline = [
  seenMethod('old', { displayName: 'iPhone 12' }),
  seenMethod('ipad', { displayName: 'iPad Air' }),
  seenMethod('sim', { kind: 'phone', displayName: '+39 ••• 12' }),
]

async function begin() {
  const person = await makePerson()
  const swap = await makeSwap(person)
  await makeReading(person, minutesAgo(50), baseline)
  return { person, swap, actor: personActor(person) }
}

const partsOf = async (person: { id: string }) =>
  (await listDevices(person)).map(({ part, platform, kind, state }) => ({ part, platform, kind, state }))

describe('what a person says of their move is what their devices are', () => {
  test('an old and a new phone, of the platforms they named', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, { ...described, newPlatform: 'android' })
    expect(await partsOf(person)).toEqual([
      { part: 'old', platform: 'ios', kind: 'phone', state: 'old' },
      { part: 'new', platform: 'android', kind: 'phone', state: 'active' },
    ])
  })

  test('said again it is the same two, put right', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, { ...described, newPlatform: 'android' })
    const before = (await listDevices(person)).map(({ id }) => id)
    await describeMove(actor, { ...described, hasOldPhone: 'no' })
    expect((await listDevices(person)).map(({ id }) => id)).toEqual(before)
    expect(await partsOf(person)).toMatchObject([{ state: 'lost' }, { platform: 'ios' }])
  })

  test('a phone they listed before is the old one, with its name and its backup', async () => {
    const { person, actor, swap } = await begin()
    const mine = await makeDevice(person, { name: 'Red one', role: 'primary' })
    await describeMove(actor, described)
    const [old, fresh, none] = await listDevices(person)
    expect(old).toMatchObject({ id: mine.id, name: 'Red one', role: 'primary', part: 'old', state: 'old' })
    expect(fresh).toMatchObject({ part: 'new', swapId: swap.id })
    expect(none).toBeUndefined()
  })

  test('a phone said to be damaged is not called lost because it is not in hand', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    const [old] = await listDevices(person)
    await sayDeviceState(actor, { deviceId: old?.id ?? '', state: 'damaged' })
    await describeMove(actor, { ...described, hasOldPhone: 'no' })
    expect(await partsOf(person)).toMatchObject([{ part: 'old', state: 'damaged' }, { part: 'new' }])
  })
})

describe('a registration goes on the device the person gave it to', () => {
  const owners = { 'owner.old': 'old_phone', 'owner.ipad': 'kept_device', 'owner.sim': 'kept_device' }

  test('the old phone, a tablet of its own, and a number on none', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await assignEntries(actor, owners)
    const [old, , ipad] = await listDevices(person)
    expect(await linksOf(person)).toEqual({ old: old?.id, ipad: ipad?.id })
    expect(ipad).toMatchObject({ platform: 'ios', kind: 'tablet', part: null, state: 'active' })
  })

  test('and when the answer changes, a device that only the answer made goes again', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await assignEntries(actor, owners)
    await assignEntries(actor, { ...owners, 'owner.ipad': 'old_phone' })
    const [old, fresh, none] = await listDevices(person)
    expect(await linksOf(person)).toEqual({ old: old?.id, ipad: old?.id })
    expect(fresh?.part).toBe('new')
    expect(none).toBeUndefined()
  })

  test('but one that was named, or protected, stays', async () => {
    const { person, actor } = await begin()
    const named = await makeDevice(person, { name: 'Spare', kind: 'tablet' })
    await describeMove(actor, described)
    await assignEntries(actor, owners)
    expect((await listDevices(person)).map(({ id }) => id)).toContain(named.id)
  })

  test('twice at once: each registration is on one device, and no device is left over', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await Promise.all([assignEntries(actor, owners), assignEntries(actor, owners)])
    expect(await listDevices(person)).toHaveLength(3)
    expect(Object.keys(await linksOf(person)).sort()).toEqual(['ipad', 'old'])
  })
})

test('what appears at Microsoft during the move is on the new phone, as seen, and only what can be', async () => {
  const { person, actor } = await begin()
  await describeMove(actor, described)
  await assignEntries(actor, {
    'owner.old': 'old_phone',
    'owner.ipad': 'kept_device',
    'owner.sim': 'kept_device',
  })
  await makeReading(person, minutesAgo(10), [
    ...baseline,
    seenMethod('new', { displayName: 'iPhone 16' }),
    seenMethod('stray', { displayName: 'Pixel 9' }),
  ])
  await attestOldPhoneOff(actor, { isOff: 'yes' })
  const fresh = (await listDevices(person)).find(({ part }) => part === 'new')
  const links = await linksOf(person)
  expect(links.new).toBe(fresh?.id)
  expect(links.stray).toBeUndefined()
  expect((await typesAbout(person)).filter((type) => type === 'device.method_linked')).toHaveLength(1)
})

test.each([
  ['on something kept', 'kept_device', null],
  ['on the old phone', 'old_phone', 'old'],
] as const)('and leaves the new phone again when it is said to be %s', async (_, owner, part) => {
  const { person, actor } = await begin()
  await describeMove(actor, described)
  await assignEntries(actor, {
    'owner.old': 'old_phone',
    'owner.ipad': 'kept_device',
    'owner.sim': 'kept_device',
  })
  await makeReading(person, minutesAgo(10), [...baseline, seenMethod('twice', { displayName: 'iPad Air' })])
  await attestOldPhoneOff(actor, { isOff: 'yes' })
  const fresh = (await listDevices(person)).find((device) => device.part === 'new')
  expect((await linksOf(person)).twice).toBe(fresh?.id)

  await nameLater(actor, { methodId: 'twice', owner })
  const { twice } = await linksOf(person)
  expect((await listDevices(person)).find(({ id }) => id === twice)?.part).toBe(part)
})
