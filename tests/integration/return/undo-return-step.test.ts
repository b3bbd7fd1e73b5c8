import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { devices } from '@/db/schema/devices'
import { returns } from '@/db/schema/returns'
import { runAt } from '@/lib/clock'
import { completeReturnStep } from '@/lib/commands/return/complete-return-step'
import { receiveReturn } from '@/lib/commands/return/receive-return'
import { signReturn } from '@/lib/commands/return/sign-return'
import { undoReturnStep } from '@/lib/commands/return/undo-return-step'
import { changeAnswers } from '@/lib/commands/swap/change-answers'
import { findMyReturn } from '@/lib/queries/my-return'
import { makePerson, personActor } from '@/tests/support/make'
import { swapNow } from '@/tests/support/make-booking'
import { makeErased, makeHandedIn } from '@/tests/support/make-return'
import { eventTypes, outcomes } from '@/tests/support/make-wave'

const returnsOf = (swapId: string) => db.select().from(returns).where(eq(returns.swapId, swapId))
const doneOf = async (actor: ReturnType<typeof personActor>) =>
  (await findMyReturn(actor))?.steps.filter(({ doneAt }) => doneAt).map(({ step }) => step)
const answers = { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' } as const

/** The old phone among somebody's devices, as the first answers make it. */
async function withDevice() {
  const erased = await makeErased()
  await changeAnswers(erased.actor, { ...answers, number: 'new' })
  await undoReturnStep(erased.actor, { step: 'erased' })
  await completeReturnStep(erased.actor, { step: 'erased' })
  const stateNow = async () =>
    (
      await db
        .select()
        .from(devices)
        .where(and(eq(devices.swapId, erased.swap.id), eq(devices.part, 'old')))
    )[0]?.state
  return { ...erased, stateNow }
}

describe('a step that was ticked too early', () => {
  test('is taken back, and the log says so; it can be done again', async () => {
    const { actor } = await makeErased()
    await undoReturnStep(actor, { step: 'account_out' })
    expect(await doneOf(actor)).toEqual(['find_off', 'erased'])
    expect((await eventTypes()).at(-1)).toBe('return.step_undone')
    await expect(signReturn(actor, { signedName: 'Elio' })).rejects.toMatchObject({
      code: 'return_steps_missing',
    })
    await runAt(new Date(Date.now() + 1_000), () => completeReturnStep(actor, { step: 'account_out' }))
    expect(await doneOf(actor)).toEqual(['find_off', 'account_out', 'erased'])
  })

  test('makes what was signed void: the move is safe to wipe again, and is signed for anew', async () => {
    const { swap, actor } = await makeHandedIn()
    await undoReturnStep(actor, { step: 'find_off' })
    expect(await swapNow(swap.id)).toMatchObject({ state: 'safe_to_wipe', returnedAt: null })
    expect(await returnsOf(swap.id)).toMatchObject([{ way: 'handed_in', voidedAt: expect.any(Date) }])
    expect((await findMyReturn(actor))?.made).toBeNull()
    // The step that another test did again is dated a second ahead.
    const told = (await eventTypes()).filter((type) => type !== 'return.step_done')
    expect(told.slice(-3)).toEqual(['return.step_undone', 'return.voided', 'swap.advanced'])
    await runAt(new Date(Date.now() + 1_000), () => completeReturnStep(actor, { step: 'find_off' }))
    await runAt(new Date(Date.now() + 2_000), () => signReturn(actor, { signedName: 'Elio' }))
    expect(await swapNow(swap.id)).toMatchObject({ state: 'returned' })
    expect((await returnsOf(swap.id)).filter(({ voidedAt }) => voidedAt === null)).toHaveLength(1)
  })

  test('brings the phone back among the devices: wiped while that is said, else in use', async () => {
    const { actor, stateNow } = await withDevice()
    expect(await stateNow()).toBe('wiped')
    await signReturn(actor, { signedName: 'Elio' })
    expect(await stateNow()).toBe('returned')
    await undoReturnStep(actor, { step: 'find_off' })
    expect(await stateNow()).toBe('wiped')
    await undoReturnStep(actor, { step: 'erased' })
    expect(await stateNow()).toBe('old')
  })
})

test('nobody takes back what somebody else ticked: for them it is not there', async () => {
  const { actor } = await makeErased()
  const stranger = personActor(await makePerson(), ['planner', 'helpdesk', 'technician'])
  await expect(undoReturnStep(stranger, { step: 'erased' })).rejects.toMatchObject({ kind: 'not_found' })
  expect(await doneOf(actor)).toContain('erased')
})

test('a step that is not done, or a phone that somebody has received, is left as it is, without a trace', async () => {
  const { swap, actor } = await makeHandedIn()
  const toni = personActor(await makePerson(), ['technician'])
  await receiveReturn(toni, { swapId: swap.id })
  const events = (await eventTypes()).length
  await expect(undoReturnStep(actor, { step: 'erased' })).rejects.toMatchObject({ code: 'return_received' })
  expect((await eventTypes()).length).toBe(events)
  expect(await swapNow(swap.id)).toMatchObject({ state: 'returned' })
  const other = await makeErased()
  await undoReturnStep(other.actor, { step: 'erased' })
  await expect(undoReturnStep(other.actor, { step: 'erased' })).rejects.toMatchObject({
    code: 'return_step_not_done',
  })
  expect(await returnsOf(swap.id)).toMatchObject([{ voidedAt: null }])
})

test('taken back twice at once, it is taken back once', async () => {
  const { actor } = await makeHandedIn()
  const settled = await Promise.allSettled([
    undoReturnStep(actor, { step: 'erased' }),
    undoReturnStep(actor, { step: 'erased' }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'return_step_not_done'])
})
