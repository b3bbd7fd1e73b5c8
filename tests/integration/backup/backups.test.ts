import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { backupAttestations, backupChecks, type devices } from '@/db/schema/devices'
import { answerCheck } from '@/lib/commands/backup/answer-check'
import { attestBackup } from '@/lib/commands/backup/attest-backup'
import { sayRestoreOnly } from '@/lib/commands/backup/say-restore-only'
import { linkMethod } from '@/lib/commands/device/link-method'
import { getMyDevice, listMyDevices } from '@/lib/queries/my-devices'
import { makePerson, personActor } from '@/tests/support/make'
import { listDevices, makeDevice, typesAbout } from '@/tests/support/make-device'
import { makeReading, seenMethod } from '@/tests/support/make-swap'

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const switches = { drive: 'yes', keychain: 'yes', backup: 'yes', app: 'yes' } as const
const keychain = { model: 'ios_keychain', ...switches } as const
const legacy = { model: 'ios_legacy', backedUpOn: dayIn(-3) } as const

async function begin(wanted: Partial<typeof devices.$inferInsert> = {}) {
  const person = await makePerson()
  return { person, actor: personActor(person), device: await makeDevice(person, wanted) }
}

const saidOf = ({ id }: { id: string }) =>
  db.select().from(backupAttestations).where(eq(backupAttestations.deviceId, id))
const rolesOf = async (person: { id: string }) => (await listDevices(person)).map(({ role }) => role)

describe('a person says how a backup stands', () => {
  test('and that device holds it; the label stays out of the log', async () => {
    const { person, actor, device } = await begin()
    await attestBackup(actor, { deviceId: device.id, ...keychain, account: 'Private' })
    expect(await listDevices(person)).toMatchObject([{ role: 'primary', backupAccount: 'Private' }])
    expect(await saidOf(device)).toMatchObject([
      { model: 'ios_keychain', isOn: true, switches: Object.keys(switches), backedUpOn: null },
    ])
    expect(await typesAbout(person)).toEqual(['backup.attested'])
    expect((await getMyDevice(actor, device.id)).backup).toMatchObject({ state: 'attested', doubt: null })
  })

  test('by the day the app shows, which ages', async () => {
    const { actor, device } = await begin()
    for (const [days, state] of [
      [-3, 'attested'],
      [-40, 'getting_old'],
      [-75, 'overdue'],
    ] as const) {
      await attestBackup(actor, { deviceId: device.id, ...legacy, backedUpOn: dayIn(days) })
      expect((await getMyDevice(actor, device.id)).backup.state).toBe(state)
    }
    expect(await saidOf(device)).toHaveLength(3)
  })

  test('and what Microsoft shows can speak against it', async () => {
    const { person, actor, device } = await begin()
    await makeReading(person, new Date(), [seenMethod('app', { appVersion: '6.7.16' })])
    await linkMethod(actor, { deviceId: device.id, methodId: 'app' })
    await attestBackup(actor, { deviceId: device.id, ...keychain })
    expect((await getMyDevice(actor, device.id)).backup).toMatchObject({
      state: 'contradicted',
      doubt: 'app_too_old',
      appVersion: '6.7.16',
    })
  })

  test('not of a day to come, and today is the person’s own', async () => {
    const { person, actor, device } = await begin()
    const said = { deviceId: device.id, ...legacy }
    await expect(attestBackup(actor, { ...said, backedUpOn: dayIn(2) })).rejects.toMatchObject({
      kind: 'invalid',
      fields: { backedUpOn: 'backup_in_future' },
    })
    await expect(attestBackup(actor, { ...said, backedUpOn: '' })).rejects.toMatchObject({
      fields: { backedUpOn: 'field_required' },
    })
    expect(await rolesOf(person)).toEqual(['none'])
    expect(await typesAbout(person)).toEqual([])
    const farthest = 'Pacific/Kiritimati' // UTC+14: there it is tomorrow from 10:00 UTC on
    const there = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
    await attestBackup(actor, { ...said, backedUpOn: there, zone: farthest })
    expect(await rolesOf(person)).toEqual(['primary'])
  })

  test('not with a switch that is off, and every one of them is named', async () => {
    const { actor, device } = await begin()
    await expect(
      attestBackup(actor, { deviceId: device.id, model: 'ios_keychain', drive: 'yes', app: 'yes' }),
    ).rejects.toMatchObject({
      fields: { keychain: 'backup_switch_off', backup: 'backup_switch_off' },
    })
  })

  test('not on a second device of the same account: the other one is named', async () => {
    const { person, actor, device } = await begin({ name: 'Red one' })
    const second = await makeDevice(person)
    await attestBackup(actor, { deviceId: device.id, ...legacy, account: 'Private' })
    const again = { deviceId: second.id, ...legacy, account: 'PRIVATE' }
    await expect(attestBackup(actor, again)).rejects.toMatchObject({
      kind: 'invalid',
      fields: { account: 'backup_elsewhere' },
      values: { device: 'Red one' },
    })
    expect(await rolesOf(person)).toEqual(['primary', 'none'])
    await attestBackup(actor, { ...again, account: 'family' })
    expect(await rolesOf(person)).toEqual(['primary', 'primary'])
  })

  test('on two devices at once: one of them holds it', async () => {
    const { person, actor, device } = await begin()
    const second = await makeDevice(person)
    const both = [device, second].map(({ id }) => attestBackup(actor, { deviceId: id, ...legacy }))
    const ends = await Promise.allSettled(both)
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await rolesOf(person)).sort()).toEqual(['none', 'primary'])
  })

  test('of nobody else’s device, and of none that is gone', async () => {
    const { person, device } = await begin({ state: 'lost' })
    const other = personActor(await makePerson())
    await expect(attestBackup(other, { deviceId: device.id, ...keychain })).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(
      attestBackup(personActor(person), { deviceId: device.id, ...keychain }),
    ).rejects.toMatchObject({ code: 'device_not_in_use' })
    expect(await typesAbout(person)).toEqual([])
  })
})

test('the database itself lets no account have two primary devices, nor a lost one be it', async () => {
  const person = await makePerson()
  await makeDevice(person, { role: 'primary', backupAccount: 'Private' })
  await expect(makeDevice(person, { role: 'primary', backupAccount: 'private' })).rejects.toThrow()
  await expect(makeDevice(person, { role: 'primary', backupAccount: 'x', state: 'lost' })).rejects.toThrow()
  await makeDevice(person, { role: 'primary', backupAccount: 'family' })
  expect(await rolesOf(person)).toEqual(['primary', 'primary'])
})

describe('a device only restores', () => {
  test('and when a backup is on there all the same, that speaks against the one that holds it', async () => {
    const { person, actor, device } = await begin()
    const second = await makeDevice(person, { kind: 'tablet' })
    await attestBackup(actor, { deviceId: device.id, ...legacy })
    const backupOf = async () => (await getMyDevice(actor, device.id)).backup
    await sayRestoreOnly(actor, { deviceId: second.id, answer: 'on' })
    expect(await backupOf()).toMatchObject({ state: 'contradicted', doubt: 'second_device' })
    await sayRestoreOnly(actor, { deviceId: second.id, answer: 'off' })
    expect(await backupOf()).toMatchObject({ state: 'attested' })
    expect(await rolesOf(person)).toEqual(['primary', 'restore_only'])
    expect((await getMyDevice(actor, second.id)).backup.state).toBe('off')
  })

  test('said again without an answer leaves no trace', async () => {
    const { person, actor, device } = await begin()
    await sayRestoreOnly(actor, { deviceId: device.id })
    await sayRestoreOnly(actor, { deviceId: device.id })
    expect(await typesAbout(person)).toEqual(['backup.restore_only_said'])
  })

  test('but not the one that holds the backup, nor somebody else’s', async () => {
    const { person, actor, device } = await begin({ role: 'primary' })
    await expect(sayRestoreOnly(actor, { deviceId: device.id })).rejects.toMatchObject({
      code: 'backup_is_primary',
    })
    const other = personActor(await makePerson())
    await expect(sayRestoreOnly(other, { deviceId: device.id })).rejects.toMatchObject({ kind: 'not_found' })
    expect(await rolesOf(person)).toEqual(['primary'])
  })

  test('said and attested at once: it is one or the other', async () => {
    const { person, actor, device } = await begin()
    await Promise.allSettled([
      sayRestoreOnly(actor, { deviceId: device.id }),
      attestBackup(actor, { deviceId: device.id, ...legacy }),
    ])
    expect(await rolesOf(person)).toEqual(['primary'])
  })
})

describe('the monthly question', () => {
  const ask = (person: { id: string }) =>
    db.insert(backupChecks).values({ personId: person.id, askedAt: new Date() })
  const answerOf = async ({ id }: { id: string }) =>
    (await db.select().from(backupChecks).where(eq(backupChecks.personId, id)))[0]?.answer

  test('is answered by saying how the backup stands', async () => {
    const { person, actor, device } = await begin({ role: 'primary' })
    await ask(person)
    expect((await listMyDevices(actor)).checkAskedAt).not.toBeNull()
    await attestBackup(actor, { deviceId: device.id, ...keychain })
    expect(await answerOf(person)).toBe('attested')
    expect((await listMyDevices(actor)).checkAskedAt).toBeNull()
  })

  test('or by saying that one cannot, once', async () => {
    const { person, actor } = await begin({ role: 'primary' })
    await ask(person)
    await answerCheck(actor)
    expect(await answerOf(person)).toBe('cannot')
    expect(await typesAbout(person)).toEqual(['backup.check_answered'])
    await expect(answerCheck(actor)).rejects.toMatchObject({ code: 'backup_no_check' })
  })

  test('is nobody’s who was not asked', async () => {
    const { person, actor } = await begin()
    await expect(answerCheck(actor)).rejects.toMatchObject({ kind: 'refused', code: 'backup_no_check' })
    expect(await typesAbout(person)).toEqual([])
  })

  test('answered twice at once is answered once', async () => {
    const { person, actor } = await begin({ role: 'primary' })
    await ask(person)
    const ends = await Promise.allSettled([answerCheck(actor), answerCheck(actor)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await typesAbout(person)).toEqual(['backup.check_answered'])
  })
})
