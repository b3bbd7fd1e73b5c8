import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { messages } from '@/db/schema/messages'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { testDeskMailbox } from '@/lib/commands/settings/test-desk-mailbox'
import type { PersonActor } from '@/lib/domain/actor'
import { getSettings } from '@/lib/queries/settings'
import { makePerson, personActor } from '@/tests/support/make'
import { both } from '@/tests/support/make-desk'
import { eventTypes } from '@/tests/support/make-wave'

const isTest = eq(messages.kind, 'desk_test')
const tests = () => db.select().from(messages).where(isTest)
const sent = () => db.update(messages).set({ state: 'sent', sentAt: new Date() }).where(isTest)
const setMailbox = (value: string) => changeSetting(owner, { name: 'deskMailbox', value })

let owner: PersonActor
beforeEach(async () => {
  owner = personActor(await makePerson({ displayName: 'Olga Owner' }), ['owner'])
  await sent()
  await setMailbox(`desk.${owner.sessionId}@example.com`)
})

test('an Owner has a mail sent to the desk’s mailbox, the log says so, and the page says what became of it', async () => {
  expect((await getSettings(owner)).deskTest).toEqual({ refusal: null, last: null })
  await testDeskMailbox(owner)
  const [queued] = (await tests()).filter(({ personId }) => personId === owner.personId)
  expect(queued).toMatchObject({ state: 'waiting', params: {} })
  expect((await eventTypes()).at(-1)).toBe('message.test_asked')
  expect((await getSettings(owner)).deskTest).toMatchObject({
    refusal: 'desk_test_under_way',
    last: { state: 'waiting', failure: null },
  })
  await sent()
  expect((await getSettings(owner)).deskTest).toMatchObject({ refusal: null, last: { state: 'sent' } })
  await setMailbox('another@example.com')
  expect((await getSettings(owner)).deskTest.last).toBeNull()
})

test('nobody but an Owner does, and the attempt is recorded', async () => {
  const helpdesk = personActor(await makePerson(), ['helpdesk', 'planner'])
  const before = (await tests()).length
  await expect(testDeskMailbox(helpdesk)).rejects.toMatchObject({ kind: 'forbidden', code: 'denied' })
  expect(await tests()).toHaveLength(before)
  const denied = await db.select().from(auditEvents).where(eq(auditEvents.actorOid, helpdesk.entraId))
  expect(denied).toMatchObject([{ type: 'denied', targetId: 'message.test' }])
})

test('without a mailbox nothing goes, and nothing is said', async () => {
  await setMailbox('')
  const events = (await eventTypes()).length
  await expect(testDeskMailbox(owner)).rejects.toMatchObject({ code: 'desk_mailbox_unset' })
  expect((await eventTypes()).length).toBe(events)
  expect((await getSettings(owner)).deskTest.refusal).toBe('desk_mailbox_unset')
})

test('two Owners at once: one mail', async () => {
  const other = personActor(await makePerson(), ['owner'])
  const before = (await tests()).length
  const { told } = await both([testDeskMailbox(owner), testDeskMailbox(other)])
  expect(told).toEqual(['desk_test_under_way'])
  expect(await tests()).toHaveLength(before + 1)
})
