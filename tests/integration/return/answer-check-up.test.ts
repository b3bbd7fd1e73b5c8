import { expect, test } from 'vitest'
import { answerCheckUp } from '@/lib/commands/return/answer-check-up'
import { keepPhone } from '@/lib/commands/return/keep-phone'
import { findDoneAt, findMyReturn } from '@/lib/queries/my-return'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { swapNow } from '@/tests/support/make-booking'
import { bringBackOld, makeHandedIn, makeSafe } from '@/tests/support/make-return'
import { eventTypes, outcomes } from '@/tests/support/make-wave'

test('"all fine" after the return closes the move as done, and says so', async () => {
  const { swap, actor } = await makeHandedIn()
  await answerCheckUp(actor, { answer: 'fine' })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'closed', closedWhy: 'done' })
  expect((await eventTypes()).slice(-2)).toEqual(['check_up.answered', 'swap.closed'])
  expect(await findMySwap(actor)).toBeNull()
  expect(await findDoneAt(actor)).not.toBeNull()
})

test('so it does where the phone is kept', async () => {
  const { swap, actor } = await makeSafe()
  await keepPhone(actor, { isWiped: 'yes' })
  await answerCheckUp(actor, { answer: 'fine' })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'closed', closedWhy: 'done' })
})

test('before the phone is seen to, or while it is back at Microsoft, nothing is closed and nothing said', async () => {
  const safe = await makeSafe()
  await expect(answerCheckUp(safe.actor, { answer: 'fine' })).rejects.toMatchObject({
    code: 'check_up_return_open',
  })
  const { swap, actor, person } = await makeHandedIn()
  await bringBackOld(person)
  const events = (await eventTypes()).length
  await expect(answerCheckUp(actor, { answer: 'fine' })).rejects.toMatchObject({ code: 'return_old_alive' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
  expect((await eventTypes()).length).toBe(events)
})

test('a problem is kept, and the move stays open', async () => {
  const { swap, actor } = await makeSafe()
  expect(await answerCheckUp(actor, { answer: 'problem' })).toEqual({ answer: 'problem' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
  expect((await findMyReturn(actor))?.checkUp.problemAt).not.toBeNull()
  expect((await eventTypes()).at(-1)).toBe('check_up.answered')
})

test('nobody answers for somebody else', async () => {
  const { swap } = await makeHandedIn()
  const planner = personActor(await makePerson(), ['planner'])
  await expect(answerCheckUp(planner, { answer: 'fine' })).rejects.toMatchObject({ kind: 'not_found' })
  expect((await swapNow(swap.id)).closedAt).toBeNull()
})

test('two at once close once', async () => {
  const { actor } = await makeHandedIn()
  const settled = await Promise.allSettled([
    answerCheckUp(actor, { answer: 'fine' }),
    answerCheckUp(actor, { answer: 'fine' }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'not_found'])
})
