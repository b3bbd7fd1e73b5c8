import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { swapEvidence } from '@/db/schema/swaps'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { askCheckUps } from '@/lib/commands/return/ask-check-ups'
import { makePerson, personActor } from '@/tests/support/make'
import { makeSwap } from '@/tests/support/make-swap'

const job = { kind: 'job', name: 'message.remind' } as const
const safeAt = readClock()
const afterHours = (hours: number) => runAt(addMinutes(safeAt, hours * 60), () => askCheckUps(job))

async function told(personId: string) {
  const rows = await db.select().from(messages).where(eq(messages.personId, personId))
  return rows.map(({ kind }) => kind)
}

let person: Awaited<ReturnType<typeof makePerson>>
beforeEach(async () => {
  person = await makePerson()
})

test.each(['safe_to_wipe', 'returned'])(
  'a day after the old phone became safe, whoever is %s is asked once',
  async (state) => {
    await makeSwap(person, { state, safeAt })
    await afterHours(23)
    expect(await told(person.id)).toEqual([])
    await afterHours(24)
    await afterHours(48)
    expect(await told(person.id)).toEqual(['check_up'])
  },
)

test.each([
  ['is not safe', { state: 'removed', safeAt: null }],
  ['is frozen', { state: 'removed', safeAt, frozenAt: safeAt, frozenWhy: 'desk' }],
  ['is closed', { state: 'closed', safeAt, closedAt: safeAt, closedWhy: 'done' }],
])('nobody is asked whose move %s', async (_why, wanted) => {
  await makeSwap(person, wanted)
  await afterHours(30)
  expect(await told(person.id)).toEqual([])
})

test('nobody is asked who has said that there is a problem', async () => {
  const { id: swapId } = await makeSwap(person, { state: 'safe_to_wipe', safeAt })
  await db
    .insert(swapEvidence)
    .values({ swapId, kind: 'check_up', at: safeAt, detail: { answer: 'problem' } })
  await afterHours(30)
  expect(await told(person.id)).toEqual([])
})

test('two workers at once ask a person once', async () => {
  await makeSwap(person, { state: 'safe_to_wipe', safeAt })
  await Promise.all([afterHours(24), afterHours(24), afterHours(24)])
  expect(await told(person.id)).toEqual(['check_up'])
})

test('a person cannot have anybody asked', async () => {
  await makeSwap(person, { state: 'safe_to_wipe', safeAt })
  const attempt = askCheckUps({ ...personActor(person), kind: 'person' } as never)
  await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' })
  expect(await told(person.id)).toEqual([])
})
