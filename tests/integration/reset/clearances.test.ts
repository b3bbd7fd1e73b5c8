import { describe, expect, test } from 'vitest'
import { closeCase } from '@/lib/commands/case/close-case'
import { answerClearance } from '@/lib/commands/reset/answer-clearance'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { failClearance } from '@/lib/commands/reset/fail-clearance'
import { makePerson, personActor } from '@/tests/support/make'
import {
  answerAs,
  both,
  clearanceRow,
  clearJob,
  eventsAbout,
  jobsFor,
  makeCase,
  makeVerified,
} from '@/tests/support/make-desk'

describe('a clearance is asked for', () => {
  test('of the worker, by a job that exists with the question', async () => {
    const { agent, person, caseId } = await makeVerified()
    const id = await askClearance(agent, { caseId })
    expect(await clearanceRow(id)).toMatchObject({ personId: person.id, stepId: null, answeredAt: null })
    expect(await jobsFor('reset.clear', id)).toBe(1)
    expect(await eventsAbout(person)).toContain('reset.clearance_asked')
  })

  test('not by an employee or a verifier, and not about oneself', async () => {
    const { person, caseId } = await makeCase()
    await expect(askClearance(personActor(await makePerson()), { caseId })).rejects.toMatchObject({
      kind: 'not_found',
    })
    for (const actor of [personActor(await makePerson(), ['verifier']), personActor(person, ['helpdesk'])])
      await expect(askClearance(actor, { caseId })).rejects.toMatchObject({ code: 'denied' })
  })

  test('not in a closed case, and not for a step that is none', async () => {
    const { agent, caseId } = await makeCase()
    await closeCase(agent, { caseId, outcome: 'withdrawn' })
    await expect(askClearance(agent, { caseId })).rejects.toMatchObject({ code: 'case_closed' })
    await expect(askClearance(agent, { stepId: caseId })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('twice at once: two questions, each with its own answer', async () => {
    const { agent, caseId } = await makeCase()
    const { won } = await both([askClearance(agent, { caseId }), askClearance(agent, { caseId })])
    expect(new Set(won).size).toBe(2)
  })
})

describe('the worker answers', () => {
  test('once: the first answer stays', async () => {
    const { agent, person, caseId } = await makeCase()
    const id = await askClearance(agent, { caseId })
    await answerAs(id, { refusal: 'target_has_role' })
    await answerAs(id)
    expect(await clearanceRow(id)).toMatchObject({ refusal: 'target_has_role' })
    expect((await eventsAbout(person)).filter((event) => event.startsWith('reset.cleared'))).toEqual([
      'reset.cleared refused',
    ])
  })

  test('or says that it could not: still no answer', async () => {
    const { agent, person, caseId } = await makeCase()
    const clearanceId = await askClearance(agent, { caseId })
    const failure = { clearanceId, failure: 'graph_throttled', graphRequestId: null }
    await failClearance(clearJob, failure)
    await failClearance(clearJob, { ...failure, failure: 'graph_unavailable' })
    expect(await clearanceRow(clearanceId)).toMatchObject({ answeredAt: null, failure: 'graph_throttled' })
    expect((await eventsAbout(person)).filter((event) => event === 'reset.cleared failed')).toHaveLength(1)
  })

  test('nobody else does', async () => {
    const { agent, caseId } = await makeCase()
    const clearanceId = await askClearance(agent, { caseId })
    const answer = {
      clearanceId,
      refusal: null,
      methods: [],
      isRegistrationGuarded: true,
      graphRequestId: null,
    }
    await expect(answerClearance(agent as never, answer)).rejects.toMatchObject({ code: 'denied' })
  })

  test('two answers at once: one counts', async () => {
    const { agent, caseId } = await makeCase()
    const id = await askClearance(agent, { caseId })
    await Promise.all([answerAs(id), answerAs(id, { refusal: 'target_restricted' })])
    expect((await clearanceRow(id)).answeredAt).not.toBeNull()
  })
})
