import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { verificationEvidence, verifications } from '@/db/schema/desk'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import { gatherMinutes } from '@/lib/domain/verification'
import { makePerson, personActor } from '@/tests/support/make'
import {
  both,
  eventsAbout,
  latestVerification,
  makeAgent,
  makeCase,
  makeVerification,
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
