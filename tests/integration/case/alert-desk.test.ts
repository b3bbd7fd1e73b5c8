import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { messages } from '@/db/schema/messages'
import { closeCase } from '@/lib/commands/case/close-case'
import { linkReference } from '@/lib/commands/case/link-reference'
import { openCase } from '@/lib/commands/case/open-case'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { raiseCase } from '@/lib/commands/case/raise-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { takeCase } from '@/lib/commands/case/take-case'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { giveReference } from '@/lib/commands/visit/give-reference'
import { getCase } from '@/lib/queries/case-view'
import { getMessageFacts } from '@/lib/queries/message-facts'
import { getUrgent } from '@/lib/queries/urgent'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'
import { both, jobsFor, makeAgent, makeCase } from '@/tests/support/make-desk'
import { makeSwap } from '@/tests/support/make-swap'

const alertsOf = (personId: string) =>
  db
    .select()
    .from(messages)
    .where(and(eq(messages.personId, personId), eq(messages.kind, 'urgent_case')))

async function setMailbox(value: string) {
  await changeSetting(personActor(await makePerson(), ['owner']), { name: 'deskMailbox', value })
}

beforeEach(() => setMailbox('desk@example.com'))

describe('the desk is mailed', () => {
  test('when somebody says that it was not them: once, and with what the mail needs to say', async () => {
    const person = await makePerson({ displayName: 'Elio Esposito' })
    await makeSwap(person)
    const { caseId, number } = await raiseOwnCase(personActor(person))
    const [alert, ...others] = await alertsOf(person.id)
    expect(others).toEqual([])
    expect(alert).toMatchObject({ state: 'waiting', params: { caseId, why: 'not_me' } })
    expect(await jobsFor('message.send', alert!.id)).toBe(1)
    expect(await getMessageFacts({ kind: 'job', name: 'message.send' }, alert!.id)).toMatchObject({
      fullName: 'Elio Esposito',
      case: { number: Number(number.slice(2)), isFrozen: true },
    })
    await raiseOwnCase(personActor(person))
    expect(await alertsOf(person.id)).toHaveLength(1)
  })

  test('when a stolen phone is reported, when an open case becomes urgent, and when a reference says so', async () => {
    const robbed = await makePerson()
    await openOwnCase(personActor(robbed), { problem: 'stolen' })
    expect(await alertsOf(robbed.id)).toMatchObject([{ params: { why: 'stolen' } }])

    const stuck = await makePerson()
    await openOwnCase(personActor(stuck), { problem: 'stuck' })
    expect(await alertsOf(stuck.id)).toEqual([])
    await openOwnCase(personActor(stuck), { problem: 'stolen' })
    expect(await alertsOf(stuck.id)).toHaveLength(1)

    const { agent, person, caseId } = await makeCase()
    expect(await alertsOf(person.id)).toEqual([])
    const visitor = { kind: 'visitor', reference: null } as const
    const { code } = await giveReference(visitor, { problem: 'stolen', language: 'it', address: null })
    await linkReference(agent, { caseId, reference: code })
    expect(await alertsOf(person.id)).toMatchObject([{ params: { caseId, why: 'stolen' } }])
  })

  test('not for a case that takes its turn, nor where no mailbox is set', async () => {
    const waiting = await makePerson()
    await openOwnCase(personActor(waiting), { problem: 'lost' })
    expect(await alertsOf(waiting.id)).toEqual([])
    await setMailbox('')
    const shaken = await makePerson()
    await raiseOwnCase(personActor(shaken))
    expect(await alertsOf(shaken.id)).toEqual([])
  })

  test('once, however many tabs report at once', async () => {
    const person = await makePerson()
    await both([
      raiseOwnCase(personActor(person)),
      raiseOwnCase(personActor(person)),
      openOwnCase(personActor(person), { problem: 'stolen' }),
    ])
    expect(await alertsOf(person.id)).toHaveLength(1)
  })

  test('if and only if what is told of is so: a change that is rolled back alerts nobody', async () => {
    const person = await makePerson()
    const actor = personActor(person)
    const { caseId } = await openOwnCase(actor, { problem: 'stuck' })
    const [found] = await db.select().from(cases).where(eq(cases.id, caseId))
    const attempt = transact(actor, async (work) => {
      work.permit('case.raise_own', person)
      await raiseCase(work, { found: found!, entraId: person.entraId, why: 'not_me' })
      throw new Error('the lights go out')
    })
    await expect(attempt).rejects.toThrow('the lights go out')
    expect(await alertsOf(person.id)).toEqual([])
    await raiseOwnCase(actor)
    expect(await alertsOf(person.id)).toHaveLength(1)
  })
})

describe('the bar above every page of the desk', () => {
  test('counts urgent cases that nobody has, shows an agent their own, and forgets closed ones', async () => {
    const person = await makePerson()
    const { caseId } = await raiseOwnCase(personActor(person))
    const [agent, colleague] = [await makeAgent(), await makeAgent()]
    const has = async (actor: typeof agent) => (await getUrgent(actor)).cases.find(({ id }) => id === caseId)
    expect(await has(agent)).toMatchObject({ isYours: false })
    const before = (await getUrgent(agent)).version

    await takeCase(agent, { caseId })
    expect(await has(agent)).toMatchObject({ isYours: true })
    expect(await has(colleague)).toBeUndefined()
    expect((await getUrgent(agent)).version).not.toBe(before)

    await closeCase(agent, { caseId, outcome: 'solved' })
    expect(await has(agent)).toBeUndefined()
  })

  test('is not for a case that takes its turn, and for nobody but the desk', async () => {
    const agent = await makeAgent()
    const caseId = await openCase(agent, { personId: (await makePerson()).id, reason: 'lost' })
    expect((await getUrgent(agent)).cases.map(({ id }) => id)).not.toContain(caseId)
    const planner = personActor(await makePerson(), ['planner', 'owner', 'auditor'])
    await expect(getUrgent(planner)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

test('a case is found by the number in the mail as well, for the desk alone', async () => {
  const { agent, caseId } = await makeCase()
  const { row } = await getCase(agent, caseId)
  expect((await getCase(agent, row.name)).row.id).toBe(caseId)
  await expect(getCase(agent, 'C-999999999')).rejects.toMatchObject({ kind: 'not_found' })
  const planner = personActor(await makePerson(), ['planner'])
  await expect(getCase(planner, row.name)).rejects.toMatchObject({ kind: 'not_found' })
})
