import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { resets } from '@/db/schema/resets'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { requestReset } from '@/lib/commands/reset/request-reset'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { verifiedMinutes } from '@/lib/domain/verification'
import { getPlan } from '@/lib/queries/reset-plan'
import { findReset } from '@/lib/queries/resets'
import { makePerson, personActor } from '@/tests/support/make'
import {
  answerAs,
  both,
  eventsAbout,
  makeReset,
  makeVerification,
  makeVerified,
  stepsOf,
} from '@/tests/support/make-desk'

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
