import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { looks } from '@/db/schema/methods'
import { resets } from '@/db/schema/resets'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { answerClearance } from '@/lib/commands/reset/answer-clearance'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { failClearance } from '@/lib/commands/reset/fail-clearance'
import { finishStep } from '@/lib/commands/reset/finish-step'
import { loseStep } from '@/lib/commands/reset/lose-step'
import { requestReset } from '@/lib/commands/reset/request-reset'
import { startStep } from '@/lib/commands/reset/start-step'
import { stopReset } from '@/lib/commands/reset/stop-reset'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { leaseSeconds, type StepOutcome } from '@/lib/domain/reset-step'
import { verifiedMinutes } from '@/lib/domain/verification'
import { getPlan } from '@/lib/queries/reset-plan'
import { findReset } from '@/lib/queries/resets'
import { makePerson, personActor } from '@/tests/support/make'
import {
  answerAs,
  both,
  clearanceRow,
  clearJob,
  clearStep,
  eventsAbout,
  makeAgent,
  makeCase,
  makeReset,
  makeVerification,
  makeVerified,
  stepsOf,
  twoMethods,
} from '@/tests/support/make-desk'

const outcome = (result: StepOutcome['result'], rest: Partial<StepOutcome> = {}): StepOutcome => ({
  result,
  code: null,
  status: 204,
  graphRequestId: 'request-2',
  retryAt: null,
  ...rest,
})
const settleJob = { kind: 'job', name: 'reset.read_back' } as const

/** Ids of jobs of this kind that wait for something with this id in their payload. */
async function jobsFor(name: string, id: string): Promise<number> {
  const owner = postgres(testDatabase.owner, { max: 1 })
  const rows = await owner`select 1 from pgboss.job where name = ${name} and data::text like ${`%${id}%`}`
  await owner.end()
  return rows.length
}

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

describe('a reset is asked for', () => {
  test('as steps in order, the default last, the sessions at the end', async () => {
    const { agent, person, steps, caseId } = await makeReset()
    expect(
      steps.map(({ position, kind, entraMethodId, state }) => [position, kind, entraMethodId, state]),
    ).toEqual([
      [1, 'remove_method', 'sms', 'ready'],
      [2, 'remove_method', 'app', 'ready'],
      [3, 'revoke_sessions', null, 'ready'],
    ])
    expect(await eventsAbout(person)).toContain('reset.requested')
    expect(await findReset(agent, caseId)).toMatchObject({
      endedAt: null,
      next: { refusal: null },
      needsSignIn: true,
    })
  })

  test('of one registration, as a plain form sends it', async () => {
    const { agent, caseId } = await makeVerified()
    await answerAs(await askClearance(agent, { caseId }))
    const resetId = await requestReset(agent, { caseId, methodIds: 'sms' })
    expect((await stepsOf(resetId)).map(({ entraMethodId }) => entraMethodId)).toEqual(['sms', null])
  })

  test.each<[string, Parameters<typeof answerAs>[1], string[], string]>([
    ['an administrator', { refusal: 'target_has_role' }, ['app'], 'target_has_role'],
    ['somebody who may become one', { refusal: 'target_is_eligible' }, ['app'], 'target_is_eligible'],
    ['a colleague of the portal', { refusal: 'target_is_operator' }, ['app'], 'target_is_operator'],
    ['nothing', {}, [], 'reset_nothing_chosen'],
    ['what is gone', {}, ['gone'], 'reset_choice_changed'],
    ['the last way in, unguarded', { isRegistrationGuarded: false }, ['app', 'sms'], 'empty_moment'],
  ])('not of %s, and leaves no trace', async (_what, answer, methodIds, code) => {
    const { agent, person, caseId } = await makeVerified()
    await answerAs(await askClearance(agent, { caseId }), answer)
    const before = await eventsAbout(person)
    await expect(requestReset(agent, { caseId, methodIds })).rejects.toMatchObject({ kind: 'refused', code })
    expect(await eventsAbout(person)).toEqual(before)
    expect(await db.select().from(resets).where(eq(resets.caseId, caseId))).toEqual([])
  })

  test('unguarded, while something else stays', async () => {
    const { agent, caseId } = await makeVerified()
    await answerAs(await askClearance(agent, { caseId }), { isRegistrationGuarded: false })
    await expect(requestReset(agent, { caseId, methodIds: ['app'] })).resolves.toBeTypeOf('string')
  })

  test('not before the caller is verified, nor after that ran out or was taken back', async () => {
    const { agent, caseId } = await makeVerification()
    await answerAs(await askClearance(agent, { caseId }))
    await expect(requestReset(agent, { caseId, methodIds: ['app'] })).rejects.toMatchObject({
      code: 'not_verified',
    })
    const late = await makeVerified()
    const attempt = runAt(addMinutes(readClock(), verifiedMinutes), async () => {
      await answerAs(await askClearance(late.agent, { caseId: late.caseId }))
      await requestReset(late.agent, { caseId: late.caseId, methodIds: ['app'] })
    })
    await expect(attempt).rejects.toMatchObject({ code: 'verification_expired' })
    const taken = await makeVerified()
    await answerAs(await askClearance(taken.agent, { caseId: taken.caseId }))
    const { verificationId } = taken
    await endVerification(taken.agent, { verificationId, outcome: 'failed', reason: 'suspicious' })
    await expect(
      requestReset(taken.agent, { caseId: taken.caseId, methodIds: ['app'] }),
    ).rejects.toMatchObject({ code: 'not_verified' })
  })

  test('not by an employee, a verifier or the person themselves', async () => {
    const { person, caseId } = await makeVerified()
    await expect(
      requestReset(personActor(await makePerson()), { caseId, methodIds: ['app'] }),
    ).rejects.toMatchObject({ kind: 'not_found' })
    for (const actor of [personActor(await makePerson(), ['verifier']), personActor(person, ['helpdesk'])])
      await expect(requestReset(actor, { caseId, methodIds: ['app'] })).rejects.toMatchObject({
        code: 'denied',
      })
  })

  test('two at once: one is planned, the other is told', async () => {
    const { agent, caseId } = await makeVerified()
    await answerAs(await askClearance(agent, { caseId }))
    const ask = () => requestReset(agent, { caseId, methodIds: ['app'] })
    expect((await both([ask(), ask()])).told).toEqual(['reset_open'])
  })

  test('ticked at first is only what the worker has just read, and it says what stays', async () => {
    const { agent, person, caseId } = await makeVerified()
    await answerAs(await askClearance(agent, { caseId }))
    const plan = await getPlan(agent, { caseId, personId: person.id })
    expect(plan).toMatchObject({ locked: null, refusal: null, isRegistrationGuarded: true })
    expect(plan.methods.map(({ id, isSuggested }) => [id, isSuggested])).toEqual([
      ['app', true],
      ['sms', false],
    ])
  })
})

describe('a step starts', () => {
  test('with its intent in the log, a fence, a lease and a request id of its own', async () => {
    const { agent, person, resetId, steps } = await makeReset()
    const stepId = steps[0]!.id
    const started = await startStep(agent, { stepId, clearanceId: await clearStep(agent, stepId) })
    expect(started).toMatchObject({ fence: 1, entraMethodId: 'sms', entraId: person.entraId })
    const [row] = await stepsOf(resetId)
    expect(row).toMatchObject({ state: 'running', fence: 1, clientRequestId: started.clientRequestId })
    expect(row!.leaseUntil!.getTime() - row!.startedAt!.getTime()).toBe(leaseSeconds * 1000)
    expect(await eventsAbout(person)).toContain('reset.step_started intended')
  })

  test('not when a role was given between plan and step', async () => {
    const { agent, person, caseId, resetId, steps } = await makeReset()
    const stepId = steps[0]!.id
    const clearanceId = await clearStep(agent, stepId, { refusal: 'target_is_eligible' })
    await expect(startStep(agent, { stepId, clearanceId })).rejects.toMatchObject({
      code: 'target_is_eligible',
    })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', fence: 0 })
    expect(await eventsAbout(person)).not.toContain('reset.step_started intended')
    expect((await findReset(agent, caseId))?.steps[0]?.failure).toBe('target_is_eligible')
  })

  test('not with a clearance for another step, one that is old, or none', async () => {
    const { agent, steps } = await makeReset()
    const [first, second] = steps
    const ofOther = await clearStep(agent, second!.id)
    await expect(startStep(agent, { stepId: first!.id, clearanceId: ofOther })).rejects.toMatchObject({
      code: 'clearance_missing',
    })
    const unanswered = await askClearance(agent, { stepId: first!.id })
    await expect(startStep(agent, { stepId: first!.id, clearanceId: unanswered })).rejects.toMatchObject({
      code: 'clearance_missing',
    })
    const old = await clearStep(agent, first!.id)
    const late = runAt(addMinutes(readClock(), 1.1), () =>
      startStep(agent, { stepId: first!.id, clearanceId: old }),
    )
    await expect(late).rejects.toMatchObject({ code: 'clearance_too_old' })
  })

  test('not out of turn, and not when it would take the last way in unguarded', async () => {
    const { agent, steps } = await makeReset()
    const [first, second] = steps
    const clearanceId = await clearStep(agent, second!.id)
    await expect(startStep(agent, { stepId: second!.id, clearanceId })).rejects.toMatchObject({
      code: 'step_not_next',
    })
    // Meanwhile the guard went away and the other registration, too.
    const emptied = await clearStep(agent, first!.id, {
      methods: twoMethods.filter(({ id }) => id === 'sms'),
      isRegistrationGuarded: false,
    })
    await expect(startStep(agent, { stepId: first!.id, clearanceId: emptied })).rejects.toMatchObject({
      code: 'empty_moment',
    })
  })

  test('not after somebody said "that was not me"', async () => {
    const { agent, steps, verificationId } = await makeReset()
    const stepId = steps[0]!.id
    const clearanceId = await clearStep(agent, stepId)
    await endVerification(agent, { verificationId, outcome: 'failed', reason: 'wrong_person' })
    await expect(startStep(agent, { stepId, clearanceId })).rejects.toMatchObject({ code: 'not_verified' })
  })

  test('not by the person themselves or by an employee', async () => {
    const { agent, person, steps } = await makeReset()
    const stepId = steps[0]!.id
    const clearanceId = await clearStep(agent, stepId)
    await expect(startStep(personActor(person, ['helpdesk']), { stepId, clearanceId })).rejects.toMatchObject(
      {
        code: 'denied',
      },
    )
    await expect(startStep(personActor(person), { stepId, clearanceId })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('two agents at once: one wins, the other is told', async () => {
    const { agent, steps } = await makeReset()
    const stepId = steps[0]!.id
    const other = await makeAgent()
    const [mine, theirs] = [await clearStep(agent, stepId), await clearStep(other, stepId)]
    const { won, told } = await both([
      startStep(agent, { stepId, clearanceId: mine }),
      startStep(other, { stepId, clearanceId: theirs }),
    ])
    expect([won.length, told]).toEqual([1, ['step_running']])
  })
})

async function begun() {
  const made = await makeReset()
  const stepId = made.steps[0]!.id
  const { fence } = await startStep(made.agent, { stepId, clearanceId: await clearStep(made.agent, stepId) })
  return { ...made, stepId, fence }
}

describe('a step ends', () => {
  test('done, and Microsoft is looked at again', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    expect(await finishStep(agent, { stepId, fence, outcome: outcome('done') })).toBe(true)
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'done', graphRequestId: 'request-2' })
    expect(await eventsAbout(person)).toContain('reset.step_finished')
    expect(await db.select().from(looks).where(eq(looks.personId, person.id))).toHaveLength(1)
  })

  test('refused, and can be run again with a new attempt', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    await finishStep(agent, {
      stepId,
      fence,
      outcome: outcome('refused', { code: 'graph_role_inactive', status: 403 }),
    })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'ready', failure: 'graph_role_inactive' })
    const again = await startStep(agent, { stepId, clearanceId: await clearStep(agent, stepId) })
    expect(again.fence).toBe(fence + 1)
  })

  test('uncertain, and the worker is asked to read back', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await finishStep(agent, { stepId, fence, outcome: outcome('uncertain', { code: 'graph_unavailable' }) })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'uncertain' })
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
    expect(await eventsAbout(person)).toContain('reset.step_finished uncertain')
  })

  test('too late, and changes nothing', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    const before = await eventsAbout(person)
    expect(await finishStep(agent, { stepId, fence: fence - 1, outcome: outcome('done') })).toBe(false)
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'running' })
    expect(await eventsAbout(person)).toEqual(before)
  })

  test('once: two outcomes at once, one counts', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    const finish = (result: 'done' | 'uncertain') =>
      finishStep(agent, { stepId, fence, outcome: outcome(result) })
    const { won } = await both([finish('done'), finish('uncertain')])
    expect(won.toSorted()).toEqual([false, true])
    expect(['done', 'uncertain']).toContain((await stepsOf(resetId))[0]!.state)
  })

  test('not by somebody who may not run it', async () => {
    const { person, stepId, fence } = await begun()
    const input = { stepId, fence, outcome: outcome('done') }
    await expect(finishStep(personActor(person, ['helpdesk']), input)).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(finishStep(personActor(await makePerson()), input)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('as the default one: the others go first, and nothing is lost', async () => {
    const { agent, resetId, stepId, fence } = await begun()
    await finishStep(agent, {
      stepId,
      fence,
      outcome: outcome('refused', { code: 'graph_default_method', status: 400 }),
    })
    expect((await stepsOf(resetId)).map(({ entraMethodId, position }) => [entraMethodId, position])).toEqual([
      ['app', 1],
      ['sms', 2],
      [null, 3],
    ])
  })

  test('the last one: the reset is over, and the case can be closed', async () => {
    const { agent, person, caseId, resetId, steps } = await makeReset()
    for (const { id: stepId } of steps) {
      const { fence } = await startStep(agent, { stepId, clearanceId: await clearStep(agent, stepId) })
      await finishStep(agent, { stepId, fence, outcome: outcome('done') })
    }
    const [reset] = await db.select().from(resets).where(eq(resets.id, resetId))
    expect(reset).toMatchObject({ endedWhy: 'done' })
    expect(await eventsAbout(person)).toContain('reset.ended')
    await closeCase(agent, { caseId, outcome: 'solved' })
  })
})

describe('a step whose time ran out', () => {
  const afterLease = <Result>(work: () => Promise<Result>) =>
    runAt(addMinutes(readClock(), (leaseSeconds + 1) / 60), work)

  test('becomes uncertain, is read back, and its late outcome changes nothing', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await afterLease(() => loseStep(settleJob, { stepId }))
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'uncertain', failure: 'step_lost' })
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
    expect(await eventsAbout(person)).toContain('reset.step_uncertain uncertain')
    expect(await finishStep(agent, { stepId, fence, outcome: outcome('done') })).toBe(false)
    expect(await finishStep(settleJob, { stepId, fence, outcome: outcome('done') })).toBe(true)
  })

  test('not before, not twice, and not by a person', async () => {
    const { agent, resetId, stepId } = await begun()
    await loseStep(settleJob, { stepId })
    expect((await stepsOf(resetId))[0]).toMatchObject({ state: 'running' })
    await expect(loseStep(agent as never, { stepId })).rejects.toMatchObject({ code: 'denied' })
    await afterLease(() => Promise.all([loseStep(settleJob, { stepId }), loseStep(settleJob, { stepId })]))
    expect(await jobsFor('reset.read_back', stepId)).toBe(1)
  })
})

describe('an agent stops a reset', () => {
  test('between two steps: what is done stays done', async () => {
    const { agent, person, resetId, stepId, fence } = await begun()
    await expect(stopReset(agent, { resetId })).rejects.toMatchObject({ code: 'step_running' })
    await finishStep(agent, { stepId, fence, outcome: outcome('done') })
    await stopReset(agent, { resetId })
    const [reset] = await db.select().from(resets).where(eq(resets.id, resetId))
    expect(reset).toMatchObject({ endedWhy: 'stopped' })
    expect(await eventsAbout(person)).toContain('reset.stopped')
    const [, second] = await stepsOf(resetId)
    const clearanceId = await clearStep(agent, second!.id)
    await expect(startStep(agent, { stepId: second!.id, clearanceId })).rejects.toMatchObject({
      code: 'reset_ended',
    })
  })

  test('not as somebody else, and two at once: one stops it', async () => {
    const { agent, person, resetId } = await makeReset()
    await expect(stopReset(personActor(person, ['helpdesk']), { resetId })).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(stopReset(personActor(person), { resetId })).rejects.toMatchObject({ kind: 'not_found' })
    const { told } = await both([stopReset(agent, { resetId }), stopReset(await makeAgent(), { resetId })])
    expect(told).toEqual(['reset_ended'])
  })
})
