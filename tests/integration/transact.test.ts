import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { newId } from '@/db/id'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'

test('a change and its event commit together, and the event waits for its place in the tree', async () => {
  const person = await makePerson()
  const actor = personActor(person, ['owner'])

  await transact(actor, async ({ permit, record, enqueue }) => {
    permit('directory.ask_sync')
    await enqueue('directory.sync', { pipeline: 'people' }, { key: 'people' })
    record('sync.started', { kind: 'sync', id: 'people' }, { personal: { typed: 'perché no' } })
  })

  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.actorOid, person.entraId))
  expect(event).toMatchObject({ type: 'sync.started', known: 'done', outcome: 'done', targetId: 'people' })
  expect(event?.body).not.toContain('perché')
  const personal = await db.select().from(auditPersonal).where(eq(auditPersonal.eventId, event!.id))
  expect(personal[0]?.body).toBe('{"typed":"perché no"}')
  const owner = postgres(testDatabase.owner, { max: 1 })
  expect(await owner`select 1 from audit_pending where event_id = ${event!.id}`).toHaveLength(1)
  expect(await owner`select data from pgboss.job where name = 'directory.sync'`).toHaveLength(1)
  await owner.end()
})

test('a denied permission undoes the change and is recorded by itself', async () => {
  const person = await makePerson()
  const attempt = transact(personActor(person), async ({ permit, enqueue, record }) => {
    await enqueue('directory.sync', { pipeline: 'report' }, { key: newId() })
    record('sync.started', { kind: 'sync', id: 'report' })
    permit('directory.ask_sync')
  })

  await expect(attempt).rejects.toMatchObject({ kind: 'forbidden', code: 'denied' })
  const events = await db.select().from(auditEvents).where(eq(auditEvents.actorOid, person.entraId))
  expect(events.map(({ type, outcome }) => [type, outcome])).toEqual([['denied', 'refused']])
})

test('a command that forgets to record is rolled back as a bug', async () => {
  const actor = personActor(await makePerson(), ['owner'])
  const forgetful = transact(actor, async ({ permit }) => permit('directory.ask_sync'))
  await expect(forgetful).rejects.toThrow(/record what it did/)
})

test('the portal cannot change or delete what the log says', async () => {
  const actor = personActor(await makePerson(), ['owner'])
  await transact(actor, async ({ permit, record }) => {
    permit('directory.ask_sync')
    record('sync.started', { kind: 'sync', id: 'people' })
  })
  await expect(db.update(auditEvents).set({ body: '{}' })).rejects.toThrow()
  await expect(db.delete(auditEvents)).rejects.toThrow()
})
