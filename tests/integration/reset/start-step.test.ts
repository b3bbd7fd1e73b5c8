import { describe, expect, test } from 'vitest'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { startStep } from '@/lib/commands/reset/start-step'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { leaseSeconds } from '@/lib/domain/reset-step'
import { findReset } from '@/lib/queries/resets'
import { personActor } from '@/tests/support/make'
import {
  both,
  clearStep,
  eventsAbout,
  makeAgent,
  makeReset,
  stepsOf,
  twoMethods,
} from '@/tests/support/make-desk'

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
