import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { sessions } from '@/db/schema/sessions'
import { swaps } from '@/db/schema/swaps'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { agreeDesk } from '@/lib/commands/swap/agree-desk'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked } from '@/lib/commands/swap/attest-others-checked'
import { completeStep } from '@/lib/commands/swap/complete-step'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { startRemoval } from '@/lib/commands/swap/start-removal'
import type { PersonActor } from '@/lib/domain/actor'
import { listCases } from '@/lib/queries/cases'
import { findMySwap } from '@/lib/queries/my-swap'
import { getNotMe } from '@/lib/queries/not-me'
import { makePerson, personActor } from '@/tests/support/make'
import { both, eventsAbout, jobsFor, makeAgent } from '@/tests/support/make-desk'
import { makeSession } from '@/tests/support/make-session'
import { makeSafeSwap, makeSwap } from '@/tests/support/make-swap'

const caseOf = async (personId: string) =>
  (await db.select().from(cases).where(eq(cases.personId, personId)))[0]!
const swapOf = async (personId: string) =>
  (await db.select().from(swaps).where(eq(swaps.personId, personId)))[0]!

describe('a person says that it was not them', () => {
  test('and their move stands still, the desk has an urgent case, other browsers are out, Microsoft is read', async () => {
    const person = await makePerson()
    await makeSwap(person)
    const own = await makeSession(person)
    const other = await makeSession(person, { deskToken: 'sealed' })
    const actor = { ...personActor(person), sessionId: own.id }
    expect(await getNotMe(actor)).toMatchObject({
      hasSwap: true,
      frozenAt: null,
      case: null,
      otherSessions: 1,
    })

    const { number } = await raiseOwnCase(actor)

    expect(await swapOf(person.id)).toMatchObject({ frozenAt: expect.any(Date), frozenWhy: 'not_me' })
    const opened = await caseOf(person.id)
    expect(opened).toMatchObject({ state: 'waiting', reason: 'not_me', urgentWhy: 'not_me' })
    expect(number).toBe(`C-${String(opened.number).padStart(4, '0')}`)
    const [ended] = await db.select().from(sessions).where(eq(sessions.id, other.id))
    expect(ended).toMatchObject({ revokedWhy: 'not_me', selfToken: null, deskToken: null })
    const [kept] = await db.select().from(sessions).where(eq(sessions.id, own.id))
    expect(kept?.revokedAt).toBeNull()
    expect((await eventsAbout(person)).toSorted()).toEqual(['case.opened', 'session.ended', 'swap.frozen'])
    expect(await jobsFor('methods.look', person.id)).toBe(1)
    expect(await getNotMe(actor)).toMatchObject({
      frozenAt: expect.any(String),
      case: { isUrgent: true },
      otherSessions: 0,
    })
  })

  test('with a case open already: that one becomes urgent, and comes first in the queue', async () => {
    const waiting = personActor(await makePerson())
    await openOwnCase(waiting, { problem: 'stuck' })
    const person = await makePerson()
    const actor = personActor(person)
    const { caseId } = await openOwnCase(actor, { problem: 'stuck' })
    expect((await raiseOwnCase(actor)).caseId).toBe(caseId)
    expect(await eventsAbout(person)).toEqual(['case.opened', 'case.raised'])
    const { cases: rows } = await listCases(await makeAgent(), { which: 'open' })
    const urgent = rows.map(({ isUrgent }) => isUrgent)
    expect(urgent.indexOf(false)).toBe(urgent.filter(Boolean).length)
    expect(rows.find(({ id }) => id === caseId)).toMatchObject({ isUrgent: true, reason: 'stuck' })
  })

  test('without a move: the desk is alerted all the same', async () => {
    const person = await makePerson()
    await raiseOwnCase(personActor(person))
    expect(await caseOf(person.id)).toMatchObject({ urgentWhy: 'not_me' })
    expect(await eventsAbout(person)).toEqual(['case.opened'])
  })

  test('again: nothing is done twice', async () => {
    const person = await makePerson()
    await makeSwap(person)
    const actor = personActor(person)
    const first = await raiseOwnCase(actor)
    expect(await raiseOwnCase(actor)).toEqual(first)
    expect((await eventsAbout(person)).toSorted()).toEqual(['case.opened', 'swap.frozen'])
  })

  test('in two tabs at once: one case, frozen once', async () => {
    const person = await makePerson()
    await makeSwap(person)
    const actor = personActor(person)
    const { won } = await both([raiseOwnCase(actor), raiseOwnCase(actor)])
    expect(new Set(won.map(({ caseId }) => caseId)).size).toBe(1)
    expect((await eventsAbout(person)).toSorted()).toEqual(['case.opened', 'swap.frozen'])
  })

  test('and touches nobody else: no move, case or session but their own', async () => {
    const bystander = await makePerson()
    await makeSwap(bystander)
    await makeSession(bystander)
    await raiseOwnCase(personActor(await makePerson()))
    expect(await swapOf(bystander.id)).toMatchObject({ frozenAt: null })
    expect(await eventsAbout(bystander)).toEqual([])
  })
})

describe('while a move is frozen', () => {
  const steps: [string, (actor: PersonActor) => Promise<unknown>][] = [
    [
      'describing the phones',
      (actor) =>
        describeMove(actor, { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' }),
    ],
    ['assigning entries', (actor) => assignEntries(actor, { 'owner.old': 'kept_device' })],
    ['agreeing on the desk', (actor) => agreeDesk(actor)],
    ['ticking a step', (actor) => completeStep(actor, { step: 'restore' })],
    ['saying that the old phone is off', (actor) => attestOldPhoneOff(actor, { isOff: 'yes' })],
    [
      'saying that the others were checked',
      (actor) => attestOthersChecked(actor, { guests: 0, work: 0, codes: 0, isEveryOneMoved: 'yes' }),
    ],
    ['removing an old registration', (actor) => startRemoval(actor, { methodId: 'old' })],
  ]

  test.each(steps)('%s is refused, and leaves no trace', async (_name, step) => {
    const person = await makePerson()
    await makeSwap(person)
    const actor = personActor(person)
    await raiseOwnCase(actor)
    const before = await eventsAbout(person)
    await expect(step(actor)).rejects.toMatchObject({ kind: 'refused', code: 'swap_frozen' })
    expect(await eventsAbout(person)).toEqual(before)
  })

  test('what was safe to wipe is so no longer, on screen and in the state', async () => {
    const person = await makePerson()
    await makeSafeSwap(person)
    const actor = personActor(person)
    expect(await findMySwap(actor)).toMatchObject({ isSafe: true, state: 'safe_to_wipe' })
    await raiseOwnCase(actor)
    expect(await findMySwap(actor)).toMatchObject({ isSafe: false, state: 'removed' })
    expect(await swapOf(person.id)).toMatchObject({ state: 'removed' })
  })
})

test('a stolen phone makes an open case urgent, and one that is reported at once', async () => {
  const person = await makePerson()
  const actor = personActor(person)
  const { caseId } = await openOwnCase(actor, { problem: 'stuck' })
  expect((await openOwnCase(actor, { problem: 'stolen' })).caseId).toBe(caseId)
  expect(await caseOf(person.id)).toMatchObject({ reason: 'stuck', urgentWhy: 'stolen' })
  expect(await eventsAbout(person)).toEqual(['case.opened', 'case.raised'])
})
