import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { confirmations, verifications } from '@/db/schema/desk'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { answerConfirmation } from '@/lib/commands/verification/answer-confirmation'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { gatherMinutes, verifiedMinutes } from '@/lib/domain/verification'
import { getCaller } from '@/lib/queries/caller'
import { getConfirmation, listMyConfirmations } from '@/lib/queries/confirmations'
import { makePerson, personActor } from '@/tests/support/make'
import { both, confirmationOf, eventsAbout, makeVerification, makeVerified } from '@/tests/support/make-desk'

const rowOf = async (id: string) =>
  (await db.select().from(verifications).where(eq(verifications.id, id)))[0]!
const inMinutes = <Result>(minutes: number, work: () => Promise<Result>) =>
  runAt(addMinutes(readClock(), minutes), work)

describe('the manager is asked', () => {
  test('and finds the question with agent, words and end in their own portal', async () => {
    const { agent, person, manager, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'manager_confirmation' })
    const [question] = await listMyConfirmations(personActor(manager))
    expect(question).toMatchObject({
      kind: 'manager_confirmation',
      personName: person.displayName,
      phrase: (await rowOf(verificationId)).phrase,
      reason: 'lost',
      refusal: null,
    })
    expect(await eventsAbout(person)).toContain('verification.asked')
  })

  test('and answers right after signing in, not with an old sign-in', async () => {
    const { agent, manager, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'manager_confirmation' })
    const confirmationId = await confirmationOf(verificationId)
    const stale = { ...personActor(manager), authenticatedAt: addMinutes(readClock(), -11) }
    expect(await getConfirmation(stale, confirmationId)).toMatchObject({ refusal: 'step_up_needed' })
    await expect(answerConfirmation(stale, { confirmationId, answer: 'yes' })).rejects.toMatchObject({
      code: 'step_up_needed',
    })
    await answerConfirmation(personActor(manager), { confirmationId, answer: 'yes' })
    expect(await getConfirmation(stale, confirmationId)).toMatchObject({ answer: 'yes' })
  })

  test('not when the agent is the manager, or when there is none', async () => {
    const manager = await makePerson()
    const agent = personActor(manager, ['helpdesk'])
    const person = await makePerson({ managerId: manager.id })
    const mine = await makeVerification({ agent, person })
    const ask = (verificationId: string) =>
      askConfirmation(agent, { verificationId, kind: 'manager_confirmation' })
    await expect(ask(mine.verificationId)).rejects.toMatchObject({ code: 'manager_is_agent' })
    const orphan = await makeVerification({ agent, person: await makePerson() })
    await expect(ask(orphan.verificationId)).rejects.toMatchObject({ code: 'manager_unknown' })
  })

  test('not by a colleague who is the manager, for another agent', async () => {
    const { manager, verificationId } = await makeVerification()
    const colleague = personActor(manager, ['helpdesk'])
    await expect(
      askConfirmation(colleague, { verificationId, kind: 'manager_confirmation' }),
    ).rejects.toMatchObject({ code: 'manager_is_agent' })
  })

  test('once: two at once make one question', async () => {
    const { agent, verificationId } = await makeVerification()
    const ask = () => askConfirmation(agent, { verificationId, kind: 'own_session' })
    expect((await both([ask(), ask()])).told).toEqual(['confirmation_asked'])
    expect(
      await db.select().from(confirmations).where(eq(confirmations.verificationId, verificationId)),
    ).toHaveLength(1)
  })

  test('not by somebody who is not of the desk', async () => {
    const { verificationId } = await makeVerification()
    const employee = personActor(await makePerson())
    await expect(askConfirmation(employee, { verificationId, kind: 'own_session' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })
})

describe('an answer', () => {
  test('of yes with one more kind verifies the caller for half an hour', async () => {
    const { person, verificationId } = await makeVerified()
    const { verifiedAt, expiresAt, endedAt } = await rowOf(verificationId)
    expect(endedAt).toBeNull()
    expect(expiresAt.getTime() - verifiedAt!.getTime()).toBe(verifiedMinutes * 60_000)
    // The last three are of one instant, so their order says nothing.
    expect((await eventsAbout(person)).toSorted()).toEqual([
      'case.opened',
      'verification.answered',
      'verification.asked',
      'verification.evidence_given',
      'verification.evidence_given',
      'verification.passed',
      'verification.started',
    ])
  })

  test('of no ends it as failed, and the caller card carries a flag', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'own_session' })
    const confirmationId = await confirmationOf(verificationId)
    await answerConfirmation(personActor(person), { confirmationId, answer: 'no' })
    expect(await rowOf(verificationId)).toMatchObject({ endedWhy: 'failed', endedReason: 'answered_no' })
    expect((await getCaller(agent, person.id)).flags).toContain('verification_failed')
    expect(await eventsAbout(person)).toContain('verification.ended failed')
  })

  test('of no takes back a pass that was there already', async () => {
    const { agent, manager, verificationId } = await makeVerified()
    await askConfirmation(agent, { verificationId, kind: 'manager_confirmation' })
    const confirmationId = await confirmationOf(verificationId)
    await answerConfirmation(personActor(manager), { confirmationId, answer: 'no' })
    expect(await rowOf(verificationId)).toMatchObject({ endedWhy: 'failed' })
  })

  test('belongs to whoever was asked: for all others the question does not exist', async () => {
    const { agent, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'own_session' })
    const confirmationId = await confirmationOf(verificationId)
    for (const other of [agent, personActor(await makePerson())]) {
      await expect(answerConfirmation(other, { confirmationId, answer: 'yes' })).rejects.toMatchObject({
        kind: 'not_found',
      })
      await expect(getConfirmation(other, confirmationId)).rejects.toMatchObject({ kind: 'not_found' })
    }
  })

  test('comes too late when the verification is over', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'own_session' })
    const confirmationId = await confirmationOf(verificationId)
    const late = inMinutes(gatherMinutes, () =>
      answerConfirmation(personActor(person), { confirmationId, answer: 'yes' }),
    )
    await expect(late).rejects.toMatchObject({ code: 'confirmation_over' })
  })

  test('two at once: yes and no cannot both count', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await askConfirmation(agent, { verificationId, kind: 'own_session' })
    const confirmationId = await confirmationOf(verificationId)
    const { told } = await both([
      answerConfirmation(personActor(person), { confirmationId, answer: 'yes' }),
      answerConfirmation(personActor(person), { confirmationId, answer: 'no' }),
    ])
    expect(told).toEqual(['confirmation_answered'])
  })
})
