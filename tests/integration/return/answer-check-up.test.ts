import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { backupChecks } from '@/db/schema/devices'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { answerCheckUp } from '@/lib/commands/return/answer-check-up'
import { keepPhone } from '@/lib/commands/return/keep-phone'
import { getMember } from '@/lib/queries/members'
import { findDoneAt, findMyReturn } from '@/lib/queries/my-return'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { swapNow } from '@/tests/support/make-booking'
import { makeDevice } from '@/tests/support/make-device'
import { aDayAgo, bringBackOld, makeHandedIn, makeSafe } from '@/tests/support/make-return'
import { eventTypes, outcomes } from '@/tests/support/make-wave'

test('"all fine" after the return closes the move as done, and says so', async () => {
  const { swap, actor } = await makeHandedIn({ safeAt: aDayAgo() })
  await answerCheckUp(actor, { answer: 'fine' })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'closed', closedWhy: 'done' })
  expect((await eventTypes()).slice(-2)).toEqual(['check_up.answered', 'swap.closed'])
  expect(await findMySwap(actor)).toBeNull()
  expect(await findDoneAt(actor)).not.toBeNull()
})

test('so it does where the phone is kept', async () => {
  const { swap, actor } = await makeSafe({ safeAt: aDayAgo() })
  await keepPhone(actor, { isWiped: 'yes' })
  await answerCheckUp(actor, { answer: 'fine' })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'closed', closedWhy: 'done' })
})

test('before the phone is seen to, or while it is back at Microsoft, nothing is closed and nothing said', async () => {
  const safe = await makeSafe()
  await expect(answerCheckUp(safe.actor, { answer: 'fine' })).rejects.toMatchObject({
    code: 'check_up_return_open',
  })
  const { swap, actor, person } = await makeHandedIn({ safeAt: aDayAgo() })
  await bringBackOld(person)
  const events = (await eventTypes()).length
  await expect(answerCheckUp(actor, { answer: 'fine' })).rejects.toMatchObject({ code: 'return_old_alive' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
  expect((await eventTypes()).length).toBe(events)
})

test('before the new phone was used for a day nothing is fine yet, and a problem is a problem', async () => {
  const { swap, actor } = await makeHandedIn({ safeAt: addMinutes(aDayAgo(), 10) })
  const view = (await findMyReturn(actor))?.checkUp
  expect(view).toMatchObject({ isDue: false, refusal: 'check_up_too_early' })
  const events = (await eventTypes()).length
  await expect(answerCheckUp(actor, { answer: 'fine' })).rejects.toMatchObject({ code: 'check_up_too_early' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
  expect((await eventTypes()).length).toBe(events)
  expect(await answerCheckUp(actor, { answer: 'problem' })).toEqual({ answer: 'problem' })
})

test('the page says when the backup is looked at next, and where there is none', async () => {
  const { actor, person } = await makeSafe()
  const next = async () => (await findMyReturn(actor))?.checkUp.backupCheckAt
  expect(await next()).toBeNull()
  await makeDevice(person, { role: 'primary' })
  expect(await next()).toBe('soon')
  const at = readClock()
  await db.insert(backupChecks).values({ personId: person.id, askedAt: at })
  expect(await next()).toBe(addMinutes(at, 30 * 24 * 60).toISOString())
})

test('a problem is kept, and the move stays open', async () => {
  const { swap, actor } = await makeSafe()
  expect(await answerCheckUp(actor, { answer: 'problem' })).toEqual({ answer: 'problem' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
  expect((await findMyReturn(actor))?.checkUp.problemAt).not.toBeNull()
  expect((await eventTypes()).at(-1)).toBe('check_up.answered')
})

test('what closes the gate starts the day anew', async () => {
  const { swap, actor } = await makeSafe({ safeAt: aDayAgo() })
  await raiseOwnCase(actor)
  expect((await swapNow(swap.id)).safeAt).toBeNull()
  expect((await findMyReturn(actor))?.checkUp).toMatchObject({ dueAt: null, isDue: false })
})

test('who never answered is shown to the planner, two days after it was due', async () => {
  const planner = personActor(await makePerson(), ['planner'])
  const { swap } = await makeSafe({ safeAt: aDayAgo() })
  const troubles = async () => (await getMember(planner, swap.waveId, swap.id)).troubles
  expect(await troubles()).toEqual([])
  const later = addMinutes(readClock(), 2 * 24 * 60)
  expect(await runAt(later, troubles)).toMatchObject([{ kind: 'check_up' }])
})

test('nobody answers for somebody else', async () => {
  const { swap } = await makeHandedIn({ safeAt: aDayAgo() })
  const planner = personActor(await makePerson(), ['planner'])
  await expect(answerCheckUp(planner, { answer: 'fine' })).rejects.toMatchObject({ kind: 'not_found' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
})

test('two at once close once', async () => {
  const { actor } = await makeHandedIn({ safeAt: aDayAgo() })
  const settled = await Promise.allSettled([
    answerCheckUp(actor, { answer: 'fine' }),
    answerCheckUp(actor, { answer: 'fine' }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'not_found'])
})
