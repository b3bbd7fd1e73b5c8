import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { confirmations, verificationEvidence, verifications } from '@/db/schema/desk'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { answerConfirmation } from '@/lib/commands/verification/answer-confirmation'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import { gatherMinutes, verifiedMinutes } from '@/lib/domain/verification'
import { getCaller } from '@/lib/queries/caller'
import { getConfirmation, listMyConfirmations } from '@/lib/queries/confirmations'
import { makePerson, personActor } from '@/tests/support/make'
import {
  both,
  confirmationOf,
  eventsAbout,
  latestVerification,
  makeAgent,
  makeCase,
  makeVerification,
  makeVerified,
} from '@/tests/support/make-desk'

const rowOf = async (id: string) =>
  (await db.select().from(verifications).where(eq(verifications.id, id)))[0]!
const inMinutes = <Result>(minutes: number, work: () => Promise<Result>) =>
  runAt(addMinutes(readClock(), minutes), work)

describe('a verification begins', () => {
  test('with ten minutes, two words, and a line in the log', async () => {
    const { person, agent, verificationId } = await makeVerification()
    const row = await rowOf(verificationId)
    expect(row.expiresAt.getTime() - row.startedAt.getTime()).toBe(gatherMinutes * 60_000)
    expect(row.phrase).toMatch(/^[a-z]+ [a-z]+$/)
    expect(row.agentId).toBe(agent.personId)
    expect(await eventsAbout(person)).toEqual(['case.opened', 'verification.started'])
  })

  test('not as an employee, a planner, or about oneself', async () => {
    const { caseId } = await makeCase()
    await expect(startVerification(personActor(await makePerson()), { caseId })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const { person, caseId: other } = await makeCase()
    const self = personActor(person, ['helpdesk'])
    await expect(startVerification(self, { caseId: other })).rejects.toMatchObject({ code: 'denied' })
    const approver = personActor(await makePerson(), ['approver'])
    await expect(startVerification(approver, { caseId })).rejects.toMatchObject({ code: 'denied' })
  })

  test('not beside another, but after one that ran out; and not in a closed case', async () => {
    const { agent, caseId, verificationId } = await makeVerification()
    await expect(startVerification(agent, { caseId })).rejects.toMatchObject({ code: 'verification_open' })
    await inMinutes(gatherMinutes, () => startVerification(agent, { caseId }))
    expect(await rowOf(verificationId)).toMatchObject({ endedWhy: 'expired' })
    expect(await latestVerification(caseId)).not.toBe(verificationId)
    await closeCase(agent, { caseId, outcome: 'withdrawn' })
    await expect(startVerification(agent, { caseId })).rejects.toMatchObject({ code: 'case_closed' })
  })

  test('two at once: one begins, the other is told', async () => {
    const { agent, caseId } = await makeCase()
    const { won, told } = await both([
      startVerification(agent, { caseId }),
      startVerification(await makeAgent(), { caseId }),
    ])
    expect([won.length, told]).toEqual([1, ['verification_open']])
  })
})

describe('an agent gives evidence', () => {
  test('which is marked as told, not seen', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await giveEvidence(agent, { verificationId, kind: 'in_person_id' })
    const rows = await db
      .select()
      .from(verificationEvidence)
      .where(eq(verificationEvidence.verificationId, verificationId))
    expect(rows).toMatchObject([{ kind: 'in_person_id', isObserved: false, byId: agent.personId }])
    expect(await eventsAbout(person)).toContain('verification.evidence_given')
  })

  test('two kinds that nobody but the agent saw do not verify', async () => {
    const { agent, verificationId } = await makeVerification()
    await giveEvidence(agent, { verificationId, kind: 'in_person_id' })
    await giveEvidence(agent, { verificationId, kind: 'directory_callback' })
    expect((await rowOf(verificationId)).verifiedAt).toBeNull()
  })

  test('never an answer to a question', async () => {
    const { agent, verificationId } = await makeVerification()
    const knowledge = { verificationId, kind: 'date_of_birth' as never }
    await expect(giveEvidence(agent, knowledge)).rejects.toMatchObject({ code: 'invalid_input' })
    // Nor can anybody write it past the command: the database knows the four kinds, too.
    const forged = db.insert(verificationEvidence).values({
      verificationId,
      kind: 'date_of_birth',
      isObserved: false,
      byId: agent.personId,
      at: readClock(),
    })
    await expect(forged).rejects.toThrow()
  })

  test('never what the system must see itself', async () => {
    const { agent, verificationId } = await makeVerification()
    await expect(giveEvidence(agent, { verificationId, kind: 'own_session' as never })).rejects.toMatchObject(
      {
        code: 'invalid_input',
      },
    )
  })

  test('not about themselves, and not when it is too late', async () => {
    const { agent, person, verificationId } = await makeVerification()
    const self = personActor(person, ['helpdesk'])
    await expect(giveEvidence(self, { verificationId, kind: 'in_person_id' })).rejects.toMatchObject({
      code: 'denied',
    })
    const late = inMinutes(gatherMinutes, () => giveEvidence(agent, { verificationId, kind: 'in_person_id' }))
    await expect(late).rejects.toMatchObject({ code: 'verification_expired' })
  })

  test('two at once: it counts once', async () => {
    const { agent, verificationId } = await makeVerification()
    const give = () => giveEvidence(agent, { verificationId, kind: 'directory_callback' })
    expect((await both([give(), give()])).told).toEqual(['evidence_given_already'])
  })
})

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

describe('an agent ends a verification without a pass', () => {
  test('and the log says why', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await endVerification(agent, { verificationId, outcome: 'refused', reason: 'suspicious' })
    expect(await rowOf(verificationId)).toMatchObject({ endedWhy: 'refused', endedReason: 'suspicious' })
    expect(await eventsAbout(person)).toContain('verification.ended refused')
  })

  test('not without a reason, not twice, not as somebody else', async () => {
    const { agent, person, verificationId } = await makeVerification()
    await expect(
      endVerification(agent, { verificationId, outcome: 'refused', reason: '' as never }),
    ).rejects.toMatchObject({ fields: { reason: 'choose_one' } })
    const self = personActor(person, ['verifier'])
    await expect(
      endVerification(self, { verificationId, outcome: 'refused', reason: 'other' }),
    ).rejects.toMatchObject({ code: 'denied' })
    await endVerification(agent, { verificationId, outcome: 'failed', reason: 'wrong_person' })
    await expect(
      endVerification(agent, { verificationId, outcome: 'refused', reason: 'other' }),
    ).rejects.toMatchObject({ code: 'verification_ended' })
  })

  test('two at once: one ends it, the other is told', async () => {
    const { agent, verificationId } = await makeVerification()
    const end = () => endVerification(agent, { verificationId, outcome: 'refused', reason: 'other' })
    expect((await both([end(), end()])).told).toEqual(['verification_ended'])
  })
})
