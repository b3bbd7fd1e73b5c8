import { and, eq, isNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { primaryMoves } from '@/db/schema/devices'
import { attestBackup } from '@/lib/commands/backup/attest-backup'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { advancePrimaryMove } from '@/lib/commands/primary-move/advance-primary-move'
import { cancelPrimaryMove } from '@/lib/commands/primary-move/cancel-primary-move'
import { confirmPrimaryMove } from '@/lib/commands/primary-move/confirm-primary-move'
import { startPrimaryMove } from '@/lib/commands/primary-move/start-primary-move'
import { listMyDevices } from '@/lib/queries/my-devices'
import { makePerson, personActor } from '@/tests/support/make'
import { listDevices, makeDevice, typesAbout } from '@/tests/support/make-device'

const today = new Date().toISOString().slice(0, 10)
const claim = { model: 'ios_legacy', backedUpOn: today } as const

async function begin() {
  const person = await makePerson()
  const from = await makeDevice(person, { role: 'primary', backupAccount: 'Private' })
  const to = await makeDevice(person, { kind: 'tablet' })
  return { person, actor: personActor(person), from, to, ids: { fromId: from.id, toId: to.id } }
}

const rolesOf = async (person: { id: string }) => (await listDevices(person)).map(({ role }) => role)
const openOf = ({ id }: { id: string }) =>
  db
    .select()
    .from(primaryMoves)
    .where(and(eq(primaryMoves.personId, id), isNull(primaryMoves.endedAt)))

describe('the backup moves to another device', () => {
  test('off, wait, on; left in the middle it is found again where it was', async () => {
    const { person, actor, ids, to } = await begin()
    const step = async () => (await listMyDevices(actor)).move?.step
    await startPrimaryMove(actor, ids)
    expect([await step(), await rolesOf(person)]).toEqual(['turning_off', ['primary', 'none']])
    await advancePrimaryMove(actor, { step: 'turning_off' })
    expect([await step(), await rolesOf(person)]).toEqual(['waiting', ['restore_only', 'restore_only']])
    await advancePrimaryMove(actor, { step: 'waiting' })
    expect(await step()).toBe('turning_on')
    await confirmPrimaryMove(actor, claim)
    expect([await step(), await rolesOf(person)]).toEqual([undefined, ['restore_only', 'primary']])
    expect((await listDevices(person)).find(({ id }) => id === to.id)?.backupAccount).toBe('Private')
    expect(await typesAbout(person)).toEqual([
      'primary.move_started',
      'primary.move_advanced',
      'primary.move_advanced',
      'primary.move_confirmed',
    ])
  })

  test('and back again where it was, when it is stopped', async () => {
    const { person, actor, ids } = await begin()
    await startPrimaryMove(actor, ids)
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await cancelPrimaryMove(actor)
    expect(await rolesOf(person)).toEqual(['primary', 'restore_only'])
    expect(await openOf(person)).toEqual([])
    expect((await typesAbout(person)).at(-1)).toBe('primary.move_cancelled')
  })

  test('from a phone that is lost meanwhile: it stays lost, and the other one gets it', async () => {
    const { person, actor, ids, from } = await begin()
    await startPrimaryMove(actor, ids)
    await sayDeviceState(actor, { deviceId: from.id, state: 'lost' })
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await advancePrimaryMove(actor, { step: 'waiting' })
    await confirmPrimaryMove(actor, claim)
    expect(await rolesOf(person)).toEqual(['none', 'primary'])
  })

  test('not to one that is lost meanwhile: it stays where it was', async () => {
    const { person, actor, ids, to } = await begin()
    await startPrimaryMove(actor, ids)
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await sayDeviceState(actor, { deviceId: to.id, state: 'lost' })
    expect(await rolesOf(person)).toEqual(['primary', 'none'])
    expect(await openOf(person)).toEqual([])
  })
})

describe('the move is refused', () => {
  test('to a stranger: neither device nor move is there', async () => {
    const { person, ids, actor } = await begin()
    await startPrimaryMove(actor, ids)
    const other = personActor(await makePerson())
    const absent = { kind: 'not_found' }
    await expect(startPrimaryMove(other, ids)).rejects.toMatchObject(absent)
    await expect(advancePrimaryMove(other, { step: 'turning_off' })).rejects.toMatchObject(absent)
    await expect(confirmPrimaryMove(other, claim)).rejects.toMatchObject(absent)
    await expect(cancelPrimaryMove(other)).rejects.toMatchObject(absent)
    expect(await typesAbout(person)).toEqual(['primary.move_started'])
  })

  test('out of order, and leaves no trace', async () => {
    const { person, actor, ids } = await begin()
    await startPrimaryMove(actor, ids)
    await expect(advancePrimaryMove(actor, { step: 'waiting' })).rejects.toMatchObject({
      code: 'primary_other_step',
    })
    await expect(confirmPrimaryMove(actor, claim)).rejects.toMatchObject({ code: 'primary_other_step' })
    await expect(startPrimaryMove(actor, ids)).rejects.toMatchObject({ code: 'primary_moving' })
    expect(await rolesOf(person)).toEqual(['primary', 'none'])
    expect(await typesAbout(person)).toEqual(['primary.move_started'])
  })

  test('when what the new device shows cannot be, and the step stays open', async () => {
    const { actor, ids } = await begin()
    await startPrimaryMove(actor, ids)
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await advancePrimaryMove(actor, { step: 'waiting' })
    await expect(confirmPrimaryMove(actor, { ...claim, backedUpOn: '2099-01-01' })).rejects.toMatchObject({
      fields: { backedUpOn: 'backup_in_future' },
    })
    expect((await listMyDevices(actor)).move?.step).toBe('turning_on')
  })

  test('and meanwhile nothing else is said of a backup', async () => {
    const { actor, ids, to } = await begin()
    await startPrimaryMove(actor, ids)
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await expect(attestBackup(actor, { deviceId: to.id, ...claim })).rejects.toMatchObject({
      code: 'primary_moving',
    })
  })
})

describe('two at once', () => {
  test('start one move', async () => {
    const { person, actor, ids } = await begin()
    const ends = await Promise.allSettled([startPrimaryMove(actor, ids), startPrimaryMove(actor, ids)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await openOf(person)).toHaveLength(1)
  })

  test('take one step', async () => {
    const { person, actor, ids } = await begin()
    await startPrimaryMove(actor, ids)
    const step = () => advancePrimaryMove(actor, { step: 'turning_off' })
    const ends = await Promise.allSettled([step(), step()])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await typesAbout(person)).toEqual(['primary.move_started', 'primary.move_advanced'])
  })

  test('finish and stop it: one of the two, and one device holds the backup', async () => {
    const { person, actor, ids } = await begin()
    await startPrimaryMove(actor, ids)
    await advancePrimaryMove(actor, { step: 'turning_off' })
    await advancePrimaryMove(actor, { step: 'waiting' })
    const ends = await Promise.allSettled([confirmPrimaryMove(actor, claim), cancelPrimaryMove(actor)])
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await rolesOf(person)).filter((role) => role === 'primary')).toHaveLength(1)
  })
})
