import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { closeCase } from '@/lib/commands/case/close-case'
import { openCase } from '@/lib/commands/case/open-case'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { takeCase } from '@/lib/commands/case/take-case'
import { findCallers } from '@/lib/queries/callers'
import { getCase } from '@/lib/queries/case-view'
import { listCases } from '@/lib/queries/cases'
import { makePerson, personActor } from '@/tests/support/make'
import { both, eventsAbout, makeAgent, makeCase, makeReset } from '@/tests/support/make-desk'
import { makeReading, makeSignIn, makeSwap, seenMethod } from '@/tests/support/make-swap'

const rowOf = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]!

describe('an agent opens a case for a caller', () => {
  test('and has it, and the log says so', async () => {
    const { agent, person, caseId } = await makeCase()
    expect(await rowOf(caseId)).toMatchObject({
      state: 'taken',
      agentId: agent.personId,
      personId: person.id,
      reason: 'lost',
      ticket: null,
    })
    expect(await eventsAbout(person)).toEqual(['case.opened'])
  })

  test('not as an employee, to whom other people do not exist', async () => {
    const person = await makePerson()
    const attempt = openCase(personActor(await makePerson()), { personId: person.id, reason: 'lost' })
    await expect(attempt).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('not for themselves, and the attempt is recorded', async () => {
    const agent = await makeAgent()
    await expect(openCase(agent, { personId: agent.personId, reason: 'lost' })).rejects.toMatchObject({
      code: 'denied',
    })
    expect(await db.select().from(cases).where(eq(cases.personId, agent.personId))).toEqual([])
  })

  test('not while one is open, and leaves no trace', async () => {
    const { agent, person } = await makeCase()
    const again = openCase(agent, { personId: person.id, reason: 'other' })
    await expect(again).rejects.toMatchObject({ kind: 'refused', code: 'case_open_already' })
    expect(await eventsAbout(person)).toEqual(['case.opened'])
  })

  test('two agents at once: one opens it, the other is told', async () => {
    const person = await makePerson()
    const agents = [await makeAgent(), await makeAgent()]
    const { won, told } = await both(
      agents.map((agent) => openCase(agent, { personId: person.id, reason: 'lost' })),
    )
    expect(won).toHaveLength(1)
    expect(told).toEqual(['case_open_already'])
  })

  test('a reason that is none is named with its field', async () => {
    const input = { personId: (await makePerson()).id, reason: '' as never }
    await expect(openCase(await makeAgent(), input)).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { reason: 'choose_one' },
    })
  })
})

describe('a person asks for help in one tap', () => {
  test('and the case takes along where they stand', async () => {
    const person = await makePerson()
    const swap = await makeSwap(person)
    await makeReading(person, new Date('2026-11-20T09:00:00Z'), [seenMethod('old')])
    await makeSignIn(person, new Date(), ['pwd', 'sms', 'mfa'])

    const { caseId, number } = await openOwnCase(personActor(person), { problem: 'old_phone_dead' })

    const row = await rowOf(caseId)
    expect(row).toMatchObject({ state: 'waiting', agentId: null, swapId: swap.id, reason: 'old_phone_dead' })
    expect(row.context).toMatchObject({
      swapState: 'invited',
      stuckAt: 'baseline',
      stuckWhy: 'baseline_unread',
      secondWays: 0,
      lastSignInWith: 'text_message',
    })
    expect(number).toBe(`C-${String(row.number).padStart(4, '0')}`)
    expect(await eventsAbout(person)).toEqual(['case.opened'])
  })

  test('a second tap gives the same case', async () => {
    const actor = personActor(await makePerson())
    const first = await openOwnCase(actor, { problem: 'stuck' })
    expect(await openOwnCase(actor, { problem: 'other' })).toEqual(first)
  })

  test('two taps at once make one case', async () => {
    const actor = personActor(await makePerson())
    const { won } = await both([
      openOwnCase(actor, { problem: 'stuck' }),
      openOwnCase(actor, { problem: 'stuck' }),
    ])
    expect(new Set(won.map(({ caseId }) => caseId)).size).toBe(1)
  })
})

describe('an agent takes a case', () => {
  test('that waits, or over from a colleague', async () => {
    const person = await makePerson()
    const { caseId } = await openOwnCase(personActor(person), { problem: 'stuck' })
    const [one, other] = [await makeAgent(), await makeAgent()]
    await takeCase(one, { caseId })
    await takeCase(other, { caseId })
    expect(await rowOf(caseId)).toMatchObject({ state: 'taken', agentId: other.personId })
    expect(await eventsAbout(person)).toEqual(['case.opened', 'case.taken', 'case.taken'])
  })

  test('not as a verifier, and not their own', async () => {
    const agent = await makeAgent()
    const { caseId } = await openOwnCase(agent, { problem: 'stuck' })
    await expect(takeCase(agent, { caseId })).rejects.toMatchObject({ code: 'denied' })
    const verifier = personActor(await makePerson(), ['verifier'])
    await expect(takeCase(verifier, { caseId })).rejects.toMatchObject({ code: 'denied' })
    await expect(takeCase(personActor(await makePerson()), { caseId })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('not twice, and not a closed one', async () => {
    const { agent, caseId } = await makeCase()
    await expect(takeCase(agent, { caseId })).rejects.toMatchObject({ code: 'case_already_yours' })
    await closeCase(agent, { caseId, outcome: 'solved' })
    await expect(takeCase(await makeAgent(), { caseId })).rejects.toMatchObject({ code: 'case_closed' })
  })

  test('two presses at once: one takes it, the other is told', async () => {
    const { caseId } = await openOwnCase(personActor(await makePerson()), { problem: 'stuck' })
    const agent = await makeAgent()
    const { won, told } = await both([takeCase(agent, { caseId }), takeCase(agent, { caseId })])
    expect([won.length, told]).toEqual([1, ['case_already_yours']])
  })
})

describe('an agent closes a case', () => {
  test('and the person can ask for help again', async () => {
    const { agent, person, caseId } = await makeCase()
    await closeCase(agent, { caseId, outcome: 'solved' })
    expect(await rowOf(caseId)).toMatchObject({ state: 'closed', closedWhy: 'solved' })
    expect(await eventsAbout(person)).toEqual(['case.opened', 'case.closed'])
    const again = await openOwnCase(personActor(person), { problem: 'stuck' })
    expect(again.caseId).not.toBe(caseId)
  })

  test('not while a reset is under way, and leaves no trace', async () => {
    const { agent, person, caseId } = await makeReset()
    const before = await eventsAbout(person)
    await expect(closeCase(agent, { caseId, outcome: 'solved' })).rejects.toMatchObject({
      code: 'case_has_open_reset',
    })
    expect(await eventsAbout(person)).toEqual(before)
  })

  test('not as somebody else of the house', async () => {
    const { caseId } = await makeCase()
    const planner = personActor(await makePerson(), ['planner'])
    await expect(closeCase(planner, { caseId, outcome: 'solved' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const approver = personActor(await makePerson(), ['approver'])
    await expect(closeCase(approver, { caseId, outcome: 'solved' })).rejects.toMatchObject({ code: 'denied' })
  })

  test('two at once: one closes it, the other is told', async () => {
    const { agent, caseId } = await makeCase()
    const { told } = await both([
      closeCase(agent, { caseId, outcome: 'solved' }),
      closeCase(agent, { caseId, outcome: 'withdrawn' }),
    ])
    expect(told).toEqual(['case_closed'])
  })
})

describe('the desk reads', () => {
  test('open cases, longest waiting first, page by page without gaps', async () => {
    const agent = await makeAgent()
    for (let count = 0; count < 55; count++)
      await openOwnCase(personActor(await makePerson()), { problem: 'stuck' })
    const first = await listCases(agent, { which: 'open' })
    const second = await listCases(agent, { which: 'open', after: first.next })
    const times = [...first.cases, ...second.cases].map(({ openedAt }) => openedAt)
    expect(first.cases).toHaveLength(50)
    expect(times).toEqual(times.toSorted())
    expect(new Set([...first.cases, ...second.cases].map(({ id }) => id)).size).toBe(times.length)
    expect(first.counts.open).toBeGreaterThanOrEqual(55)
    // A cursor that somebody typed is the first page.
    expect((await listCases(agent, { which: 'open', after: 'x' })).cases[0]?.id).toBe(first.cases[0]?.id)
  })

  test('callers by name, site, case and ticket, and never by a wildcard', async () => {
    const agent = await makeAgent()
    const person = await makePerson({ displayName: 'Zoë Quitequaint', site: 'Atlantis' })
    const caseId = await openCase(agent, { personId: person.id, reason: 'lost', ticket: 'INC-77' })
    const { number } = await rowOf(caseId)
    for (const typed of ['quitequaint atl', 'ATLANTIS', `c-${number}`, 'inc-77'])
      expect((await findCallers(agent, typed)).map(({ id }) => id)).toContain(person.id)
    expect(await findCallers(agent, '%')).toEqual([])
    expect(await findCallers(agent, '   ')).toEqual([])
  })

  test('and nobody else: other people and their cases do not exist', async () => {
    const { caseId } = await makeCase()
    const employee = personActor(await makePerson())
    await expect(listCases(employee, { which: 'open' })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(findCallers(employee, 'a')).rejects.toMatchObject({ kind: 'not_found' })
    await expect(getCase(employee, caseId)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(getCase(await makeAgent(), 'no-id')).rejects.toMatchObject({ kind: 'not_found' })
  })
})
