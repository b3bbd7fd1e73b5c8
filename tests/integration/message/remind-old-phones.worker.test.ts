import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { remindOldPhones } from '@/lib/commands/message/remind-old-phones'
import { makePerson } from '@/tests/support/make'
import { makeSwap } from '@/tests/support/make-swap'

const job = { kind: 'job', name: 'message.remind' } as const
const since = readClock()
const afterDays = (days: number) => runAt(addMinutes(since, days * 24 * 60 + 1), () => remindOldPhones(job))

async function told(personId: string) {
  const rows = await db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id)
  return rows.map(({ kind, params }) => `${kind} ${params.day}`)
}

let person: Awaited<ReturnType<typeof makePerson>>
beforeEach(async () => {
  person = await makePerson()
})

test('an old phone that stays registered is told of after one day and after three, once each', async () => {
  await makeSwap(person, { state: 'proved', stateSince: since })
  await remindOldPhones(job)
  expect(await told(person.id)).toEqual([])
  await afterDays(1)
  await afterDays(1)
  await afterDays(2)
  expect(await told(person.id)).toEqual(['old_phone_remains 1'])
  await afterDays(3)
  await afterDays(30)
  expect(await told(person.id)).toEqual(['old_phone_remains 1', 'old_phone_remains 3'])
})

test.each([
  ['has not proved the new phone yet', { state: 'registered' }],
  ['has removed the old one', { state: 'removed' }],
  ['is frozen', { state: 'proved', frozenAt: since, frozenWhy: 'desk' }],
  ['is closed', { state: 'proved', closedAt: since, closedWhy: 'cancelled' }],
])('nobody is told whose move %s', async (_why, wanted) => {
  await makeSwap(person, { stateSince: since, ...wanted })
  await afterDays(4)
  expect(await told(person.id)).toEqual([])
})

test('two workers at once tell a person once', async () => {
  await makeSwap(person, { state: 'proved', stateSince: since })
  await Promise.all([afterDays(1), afterDays(1), afterDays(1)])
  expect(await told(person.id)).toEqual(['old_phone_remains 1'])
})
