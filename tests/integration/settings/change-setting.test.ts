import { desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import { settings } from '@/db/schema/settings'
import { addMinutes } from '@/lib/clock'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import type { PersonActor } from '@/lib/domain/actor'
import { findMySwap } from '@/lib/queries/my-swap'
import { getSettings, readSettings } from '@/lib/queries/settings'
import { makePerson, personActor } from '@/tests/support/make'
import { makeSwap } from '@/tests/support/make-swap'

let owner: PersonActor

beforeEach(async () => {
  owner = personActor(await makePerson({ displayName: 'Olga Owner' }), ['owner'])
})

async function lastEvent(actor: PersonActor) {
  const [event] = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.actorOid, actor.entraId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1)
  return event ?? null
}

test('an Owner switches removal here off and on again, and the log says so', async () => {
  expect((await readSettings()).removeHere).toBe(true)
  await changeSetting(owner, { name: 'removeHere' })
  expect((await readSettings()).removeHere).toBe(false)
  expect(await lastEvent(owner)).toMatchObject({ type: 'settings.changed', targetId: 'removeHere' })
  await changeSetting(owner, { name: 'removeHere', value: 'yes' })
  expect((await readSettings()).removeHere).toBe(true)
})

test('an Owner has every new phone enrolled first, and everybody who moves sees that step', async () => {
  await changeSetting(owner, { name: 'enrolFirst', value: 'yes' })
  expect(await lastEvent(owner)).toMatchObject({ type: 'settings.changed', targetId: 'enrolFirst' })
  const mover = await makePerson()
  await makeSwap(mover)
  expect((await findMySwap(personActor(mover)))?.steps).toContain('enrol')
  await changeSetting(owner, { name: 'enrolFirst' })
  expect((await findMySwap(personActor(mover)))?.steps).not.toContain('enrol')
})

test('the accounts on the emergency list are in the personal part of the event, not in its text', async () => {
  const value = 'Emergency1@example.com\r\n 99999999-9999-4999-8999-99999999ABCD \nemergency1@example.com'
  await changeSetting(owner, { name: 'breakGlass', value })
  expect((await readSettings()).breakGlass).toEqual([
    'emergency1@example.com',
    '99999999-9999-4999-8999-99999999abcd',
  ])
  const event = await lastEvent(owner)
  expect(event?.body).toContain('"added":2')
  expect(event?.body).not.toContain('emergency1')
  const [personal] = await db.select().from(auditPersonal).where(eq(auditPersonal.eventId, event!.id))
  expect(personal?.body).toContain('emergency1@example.com')
})

test('a line that names no account is refused next to its field, and nothing is written', async () => {
  const before = await readSettings()
  const attempt = changeSetting(owner, { name: 'breakGlass', value: 'olga@example.com\nOlga Owner' })
  await expect(attempt).rejects.toMatchObject({ kind: 'invalid', fields: { value: 'account_malformed' } })
  const tooMany = Array.from({ length: 51 }, (_, index) => `a${index}@example.com`).join('\n')
  const many = changeSetting(owner, { name: 'breakGlass', value: tooMany })
  await expect(many).rejects.toMatchObject({ fields: { value: 'accounts_too_many' } })
  expect(await readSettings()).toEqual(before)
})

test('saving what is already so leaves no trace', async () => {
  const { removeHere } = await readSettings()
  await changeSetting(owner, { name: 'removeHere', ...(removeHere && { value: 'yes' as const }) })
  expect(await lastEvent(owner)).toBeNull()
})

test('nobody but an Owner sets anything, and the attempt is recorded', async () => {
  const planner = personActor(await makePerson(), ['planner', 'auditor', 'approver'])
  const attempt = changeSetting(planner, { name: 'breakGlass', value: 'mine@example.com' })
  await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'denied' })
  expect(await lastEvent(planner)).toMatchObject({ type: 'denied', targetId: 'settings.change' })
  expect((await readSettings()).breakGlass).not.toContain('mine@example.com')
  await expect(getSettings(planner)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a sign-in older than a quarter of an hour asks for a fresh one, before anything is typed', async () => {
  const tired = { ...owner, authenticatedAt: addMinutes(owner.authenticatedAt, -16) }
  const attempt = changeSetting(tired, { name: 'breakGlass', value: 'late@example.com' })
  await expect(attempt).rejects.toMatchObject({ code: 'step_up_needed' })
  expect((await getSettings(tired)).refusal).toBe('step_up_needed')
  expect((await getSettings(owner)).refusal).toBeNull()
})

test('two Owners at once: both changes are in the log, and the last one stands', async () => {
  const other = personActor(await makePerson(), ['owner'])
  const lists = ['first@example.com', 'second@example.com']
  await Promise.all([
    changeSetting(owner, { name: 'breakGlass', value: lists[0]! }),
    changeSetting(other, { name: 'breakGlass', value: lists[1]! }),
  ])
  const [row] = await db.select().from(settings).where(eq(settings.name, 'breakGlass'))
  expect(lists.map((list) => [list])).toContainEqual(row?.value)
  expect([await lastEvent(owner), await lastEvent(other)]).toEqual([expect.anything(), expect.anything()])
})

test('many Owners saving the same at once: one change, one event', async () => {
  await changeSetting(owner, { name: 'removeHere', value: 'yes' })
  const others = await Promise.all(
    Array.from({ length: 6 }, async () => personActor(await makePerson(), ['owner'])),
  )
  await Promise.all(others.map((other) => changeSetting(other, { name: 'removeHere' })))
  const events = (await Promise.all(others.map(lastEvent))).filter((event) => event !== null)
  expect(events.map(({ type }) => type)).toEqual(['settings.changed'])
})

test('a stored value nobody can read counts as not set', async () => {
  await changeSetting(owner, { name: 'breakGlass', value: 'known@example.com' })
  await db
    .update(settings)
    .set({ value: { not: 'a list' } })
    .where(eq(settings.name, 'breakGlass'))
  expect((await readSettings()).breakGlass).toEqual([])
})

test('how often and how late a slot is moved, and where the desk is reached, are an Owner’s to say', async () => {
  await changeSetting(owner, { name: 'slotMovesMax', value: ' 5 ' })
  await changeSetting(owner, { name: 'slotMoveHours', value: '48' })
  await changeSetting(owner, { name: 'deskContact', value: '+39 02 555 0100, 8 to 18' })
  expect(await readSettings()).toMatchObject({
    slotMovesMax: 5,
    slotMoveHours: 48,
    deskContact: '+39 02 555 0100, 8 to 18',
  })
  // What was typed stands apart from the log.
  expect((await lastEvent(owner))?.body).not.toContain('555')
})

test('where urgent cases are told, and in which language, is an Owner’s to say; the address stands apart from the log', async () => {
  await changeSetting(owner, { name: 'deskMailbox', value: ' desk@example.com ' })
  const event = await lastEvent(owner)
  expect(event).toMatchObject({ type: 'settings.changed', targetId: 'deskMailbox' })
  expect(event?.body).not.toContain('desk@')
  await changeSetting(owner, { name: 'deskLanguage', value: 'it' })
  expect(await readSettings()).toMatchObject({ deskMailbox: 'desk@example.com', deskLanguage: 'it' })
  await changeSetting(owner, { name: 'deskMailbox', value: '' })
  expect((await readSettings()).deskMailbox).toBe('')
})

test.each([
  ['slotMovesMax', '21', 'number_0_20'],
  ['slotMovesMax', '-1', 'number_0_20'],
  ['slotMoveHours', '1.5', 'number_0_336'],
  ['slotMoveHours', '', 'number_0_336'],
  ['deskContact', 'x'.repeat(201), 'field_too_long'],
  ['deskMailbox', 'the desk', 'address_malformed'],
  ['deskMailbox', 'one@example.com, two@example.com', 'address_malformed'],
  ['deskMailbox', 'Desk <desk@example.com>', 'address_malformed'],
  ['deskMailbox', `${'x'.repeat(243)}@example.com`, 'address_malformed'],
] as const)('%s is not set to "%s", and nothing is written', async (name, value, code) => {
  const before = await readSettings()
  const attempt = changeSetting(owner, { name, value })
  await expect(attempt).rejects.toMatchObject({ kind: 'invalid', fields: { value: code } })
  expect(await readSettings()).toEqual(before)
})
