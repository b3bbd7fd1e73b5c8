import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { addMinutes, readClock } from '@/lib/clock'
import { lookupHashOf } from '@/lib/commands/message/queue-message'
import { getDeliveries } from '@/lib/queries/deliveries'
import { makePerson, personActor } from '@/tests/support/make'

const now = readClock()

async function make(state: string, wanted: Partial<typeof messages.$inferInsert> = {}) {
  const { id: personId } = await makePerson()
  const rest = { kind: 'backup_check', params: {}, queuedAt: now, sendAfter: now }
  const codeHash = lookupHashOf(personId)
  const [message] = await db
    .insert(messages)
    .values({ ...rest, personId, state, codeHash, ...wanted })
    .returning()
  return message!
}

test('an Owner sees what went, what waits, and what to decide, oldest first', async () => {
  const owner = personActor(await makePerson(), ['owner'])
  expect(await getDeliveries(owner)).toMatchObject({
    waitingCount: 0,
    waitingSince: null,
    lastSentAt: null,
    stuck: [],
  })

  const waiting = await make('waiting', { queuedAt: addMinutes(now, -7) })
  await make('sending')
  await make('sent', { sentAt: addMinutes(now, -5) })
  await make('sent', { sentAt: addMinutes(now, -25 * 60) })
  await make('cancelled')
  const failed = await make('failed', { failure: 'graph_refused' })
  const uncertain = await make('uncertain', { failure: 'message_lost', queuedAt: addMinutes(now, -60) })

  const seen = await getDeliveries(owner)
  expect(seen).toMatchObject({ waitingCount: 2, sentCount: 1, failedCount: 1, uncertainCount: 1 })
  expect(seen.waitingSince).toBe(waiting.queuedAt.toISOString())
  expect(seen.lastSentAt).toBe(addMinutes(now, -5).toISOString())
  expect(seen.stuck.map(({ id, decisions }) => [id, decisions])).toEqual([
    [uncertain.id, ['send', 'arrived', 'drop']],
    [failed.id, ['send', 'drop']],
  ])
})

test('for everybody else there is no such page', async () => {
  const planner = personActor(await makePerson(), ['planner'])
  await expect(getDeliveries(planner)).rejects.toMatchObject({ kind: 'not_found' })
  expect(await db.$count(messages, eq(messages.state, 'sent'))).toBe(2)
})
