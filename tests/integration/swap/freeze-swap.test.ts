import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { swaps } from '@/db/schema/swaps'
import { runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { freezeSwap } from '@/lib/commands/swap/freeze-swap'
import { unfreezeSwap } from '@/lib/commands/swap/unfreeze-swap'
import { answerConfirmation } from '@/lib/commands/verification/answer-confirmation'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import type { PersonActor } from '@/lib/domain/actor'
import { getCase } from '@/lib/queries/case-view'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import {
  both,
  confirmationOf,
  eventsAbout,
  latestVerification,
  makeAgent,
  makeCase,
} from '@/tests/support/make-desk'
import { makeSafeSwap, makeSignIn, makeSwap } from '@/tests/support/make-swap'

const rowOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]!

/** Somebody's move, frozen by themselves, and an agent with the case. */
async function frozen(isVerified = true) {
  const person = await makePerson()
  const swap = await makeSwap(person)
  const { caseId } = await raiseOwnCase(personActor(person))
  const agent = await makeAgent()
  if (isVerified) await verify(agent, caseId, person)
  return { person, swap, agent, caseId }
}

async function verify(agent: PersonActor, caseId: string, person: Parameters<typeof personActor>[0]) {
  await startVerification(agent, { caseId })
  const verificationId = await latestVerification(caseId)
  await giveEvidence(agent, { verificationId, kind: 'directory_callback' })
  await askConfirmation(agent, { verificationId, kind: 'own_session' })
  const confirmationId = await confirmationOf(verificationId)
  await answerConfirmation(personActor(person), { confirmationId, answer: 'yes' })
}

describe('the desk freezes a move', () => {
  test('on the caller’s word, and the case becomes urgent', async () => {
    const { agent, person, caseId } = await makeCase()
    const swap = await makeSwap(person)
    await freezeSwap(agent, { caseId })
    expect(await rowOf(swap.id)).toMatchObject({ frozenAt: expect.any(Date), frozenWhy: 'desk' })
    const view = await getCase(agent, caseId)
    expect(view).toMatchObject({ urgentWhy: 'not_me', freeze: { why: 'desk' }, row: { isUrgent: true } })
    expect(await eventsAbout(person)).toEqual(['case.opened', 'case.raised', 'swap.frozen'])
  })

  test('not as an employee, a verifier, or for themselves', async () => {
    const { caseId, person } = await makeCase()
    await makeSwap(person)
    await expect(freezeSwap(personActor(await makePerson()), { caseId })).rejects.toMatchObject({
      kind: 'not_found',
    })
    const verifier = personActor(await makePerson(), ['verifier'])
    await expect(freezeSwap(verifier, { caseId })).rejects.toMatchObject({ code: 'denied' })
    const self = personActor(person, ['helpdesk'])
    await expect(freezeSwap(self, { caseId })).rejects.toMatchObject({ code: 'denied' })
  })

  test('not twice, not without a move, not in a closed case', async () => {
    const { agent, caseId, person } = await makeCase()
    await expect(freezeSwap(agent, { caseId })).rejects.toMatchObject({ code: 'swap_none_open' })
    await makeSwap(person)
    await freezeSwap(agent, { caseId })
    const before = await eventsAbout(person)
    await expect(freezeSwap(agent, { caseId })).rejects.toMatchObject({ code: 'swap_frozen' })
    expect(await eventsAbout(person)).toEqual(before)
    await closeCase(agent, { caseId, outcome: 'solved' })
    await expect(freezeSwap(agent, { caseId })).rejects.toMatchObject({ code: 'case_closed' })
  })

  test('two presses at once: frozen once, the other is told', async () => {
    const { agent, caseId, person } = await makeCase()
    await makeSwap(person)
    const { won, told } = await both([freezeSwap(agent, { caseId }), freezeSwap(agent, { caseId })])
    expect([won.length, told]).toEqual([1, ['swap_frozen']])
  })
})

describe('the desk lets a frozen move go on', () => {
  test('once the person is verified, with a reason', async () => {
    const { agent, caseId, swap, person } = await frozen()
    await unfreezeSwap(agent, { caseId, reason: 'secured' })
    expect(await rowOf(swap.id)).toMatchObject({
      frozenAt: null,
      frozenWhy: null,
      unfrozenAt: expect.any(Date),
    })
    expect((await eventsAbout(person)).at(-1)).toBe('swap.unfrozen')
    expect(await getCase(agent, caseId)).toMatchObject({ freeze: null, row: { isUrgent: true } })
  })

  test('not before that, and leaves no trace', async () => {
    const { agent, caseId, swap, person } = await frozen(false)
    const before = await eventsAbout(person)
    await expect(unfreezeSwap(agent, { caseId, reason: 'secured' })).rejects.toMatchObject({
      kind: 'refused',
      code: 'not_verified',
    })
    expect((await getCase(agent, caseId)).refusals.unfreeze).toBe('not_verified')
    expect(await rowOf(swap.id)).toMatchObject({ frozenAt: expect.any(Date) })
    expect(await eventsAbout(person)).toEqual(before)
  })

  test('not when the verification has run out, not twice, not without a reason', async () => {
    const { agent, caseId } = await frozen()
    const later = new Date(Date.now() + 31 * 60_000)
    await expect(
      runAt(later, () => unfreezeSwap(agent, { caseId, reason: 'secured' })),
    ).rejects.toMatchObject({ code: 'verification_expired' })
    await expect(unfreezeSwap(agent, { caseId, reason: '' as 'secured' })).rejects.toMatchObject({
      fields: { reason: 'choose_one' },
    })
    await unfreezeSwap(agent, { caseId, reason: 'mistaken' })
    await expect(unfreezeSwap(agent, { caseId, reason: 'mistaken' })).rejects.toMatchObject({
      code: 'swap_not_frozen',
    })
  })

  test('never the person themselves, whatever their roles, nor anybody outside the desk', async () => {
    const { caseId, person } = await frozen()
    for (const role of ['helpdesk', 'verifier', 'approver'] as const) {
      const self = personActor(person, [role])
      await expect(unfreezeSwap(self, { caseId, reason: 'recognised' })).rejects.toMatchObject({
        code: 'denied',
      })
    }
    const planner = personActor(await makePerson(), ['planner'])
    await expect(unfreezeSwap(planner, { caseId, reason: 'recognised' })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('two presses at once: it goes on once, the other is told', async () => {
    const { agent, caseId } = await frozen()
    const { won, told } = await both([
      unfreezeSwap(agent, { caseId, reason: 'secured' }),
      unfreezeSwap(agent, { caseId, reason: 'recognised' }),
    ])
    expect([won.length, told]).toEqual([1, ['swap_not_frozen']])
  })

  test('and nothing signed in before proves anything: the new phone is proved once more', async () => {
    const person = await makePerson()
    await makeSafeSwap(person)
    const { caseId } = await raiseOwnCase(personActor(person))
    const agent = await makeAgent()
    await verify(agent, caseId, person)
    await unfreezeSwap(agent, { caseId, reason: 'secured' })
    expect(await findMySwap(personActor(person))).toMatchObject({ isSafe: false, step: 'sign_in_again' })

    await attestOldPhoneOff(personActor(person), { isOff: 'yes' })
    await makeSignIn(person, new Date(), ['pwd', 'rsa', 'ngcmfa', 'mfa'])
    expect(await findMySwap(personActor(person))).toMatchObject({ isSafe: true })
  })
})

test('a closed case no longer counts as urgent', async () => {
  const { agent, caseId } = await frozen()
  await closeCase(agent, { caseId, outcome: 'solved' })
  expect(await getCase(agent, caseId)).toMatchObject({ row: { isUrgent: false } })
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId))
  expect(row?.urgentAt).not.toBeNull()
})
