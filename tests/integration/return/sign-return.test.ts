import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import { returns } from '@/db/schema/returns'
import { runAt } from '@/lib/clock'
import { completeReturnStep } from '@/lib/commands/return/complete-return-step'
import { keepPhone } from '@/lib/commands/return/keep-phone'
import { signReturn } from '@/lib/commands/return/sign-return'
import { findMyReturn } from '@/lib/queries/my-return'
import { makePerson, personActor } from '@/tests/support/make'
import { swapNow } from '@/tests/support/make-booking'
import { bringBackOld, makeErased, makeSafe } from '@/tests/support/make-return'
import { makeReading, makeSwap, seenMethod } from '@/tests/support/make-swap'
import { eventTypes, outcomes } from '@/tests/support/make-wave'

const ink = `M10 60${'l3 2l2 -4'.repeat(6)}`
const returnOf = async (swapId: string) =>
  (await db.select().from(returns).where(eq(returns.swapId, swapId)))[0] ?? null

test('three steps, then a signature: the move is returned, and the log says so without the name', async () => {
  const { swap, actor } = await makeSafe()
  for (const step of ['find_off', 'account_out', 'erased'] as const) await completeReturnStep(actor, { step })
  expect((await eventTypes()).slice(-3)).toEqual(['return.step_done', 'return.step_done', 'return.step_done'])
  await signReturn(actor, { signedName: ' Elio Esposito ', ink: '' })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'returned', returnedAt: expect.any(Date) })
  expect(await returnOf(swap.id)).toMatchObject({
    way: 'handed_in',
    signedName: 'Elio Esposito',
    ink: null,
    receivedAt: null,
  })
  expect((await eventTypes()).slice(-2).sort()).toEqual(['return.signed', 'swap.advanced'])
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.type, 'return.signed'))
  expect(event?.body).not.toContain('Esposito')
  const [personal] = await db.select().from(auditPersonal).where(eq(auditPersonal.eventId, event!.id))
  expect(personal?.body).toContain('Esposito')
})

test('a drawn signature counts as much, and is kept as a drawing', async () => {
  const { swap, actor } = await makeErased()
  await signReturn(actor, { ink })
  expect(await returnOf(swap.id)).toMatchObject({ signedName: null, ink })
})

test('a step said twice is said once, and none comes before its turn', async () => {
  const { actor } = await makeSafe()
  await expect(completeReturnStep(actor, { step: 'erased' })).rejects.toMatchObject({
    code: 'return_step_order',
  })
  await completeReturnStep(actor, { step: 'find_off' })
  const events = (await eventTypes()).length
  await completeReturnStep(actor, { step: 'find_off' })
  expect((await eventTypes()).length).toBe(events)
})

test('nothing, a dot and a forged drawing are no signature', async () => {
  const { swap, actor } = await makeErased()
  for (const [input, code] of [
    [{}, 'signature_needed'],
    [{ ink: 'M1 1' }, 'ink_too_short'],
    [{ ink: 'M1 1"/><script>' }, 'ink_unreadable'],
    [{ signedName: 'E' }, 'signature_needed'],
  ] as const)
    await expect(signReturn(actor, input)).rejects.toMatchObject({ fields: { signedName: code } })
  expect(await returnOf(swap.id)).toBeNull()
})

describe('the old phone is not closed as returned or kept', () => {
  test('while any registration the person gave to it is live at Microsoft', async () => {
    const { swap, actor, person } = await makeErased()
    await bringBackOld(person)
    const events = (await eventTypes()).length
    await expect(signReturn(actor, { signedName: 'Elio' })).rejects.toMatchObject({
      code: 'return_old_alive',
    })
    await expect(keepPhone(actor, { isWiped: 'yes' })).rejects.toMatchObject({ code: 'return_old_alive' })
    expect(await returnOf(swap.id)).toBeNull()
    expect((await swapNow(swap.id)).returnedAt).toBeNull()
    expect((await eventTypes()).length).toBe(events)
  })

  test('before it is safe to wipe', async () => {
    const person = await makePerson()
    const swap = await makeSwap(person, { hasOldPhone: true })
    await makeReading(person, new Date(), [seenMethod('old')])
    const actor = personActor(person)
    for (const attempt of [
      () => signReturn(actor, { signedName: 'Elio' }),
      () => keepPhone(actor, { isWiped: 'yes' }),
      () => completeReturnStep(actor, { step: 'find_off' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'return_not_safe' })
    expect(await returnOf(swap.id)).toBeNull()
  })

  test('with a step missing, or on what Microsoft showed hours ago', async () => {
    const { actor } = await makeSafe()
    await expect(signReturn(actor, { signedName: 'Elio' })).rejects.toMatchObject({
      code: 'return_steps_missing',
    })
    const erased = await makeErased()
    const later = new Date(Date.now() + 2 * 3_600_000)
    await expect(runAt(later, () => signReturn(erased.actor, { signedName: 'Elio' }))).rejects.toMatchObject({
      code: 'return_not_read',
    })
  })

  test('by anybody but its owner: for others it is not there', async () => {
    const { swap } = await makeErased()
    const stranger = personActor(await makePerson(), ['planner', 'helpdesk'])
    await expect(signReturn(stranger, { signedName: 'Somebody' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await returnOf(swap.id)).toBeNull()
  })

  test('without ticking that it is wiped', async () => {
    const { actor } = await makeSafe()
    await expect(keepPhone(actor, { isWiped: '' as 'yes' })).rejects.toMatchObject({
      fields: { isWiped: 'tick_when_true' },
    })
  })
})

test('two at once sign once', async () => {
  const { actor } = await makeErased()
  const settled = await Promise.allSettled([
    signReturn(actor, { signedName: 'Elio' }),
    signReturn(actor, { signedName: 'Elio' }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'return_made'])
})

test('a private phone is kept wiped: no return is needed, and the move stays as it was', async () => {
  const { swap, actor } = await makeSafe()
  await keepPhone(actor, { isWiped: 'yes' })
  expect(await returnOf(swap.id)).toMatchObject({ way: 'kept', signedName: null })
  expect(await swapNow(swap.id)).toMatchObject({ state: 'safe_to_wipe', returnedAt: null })
  expect((await eventTypes()).at(-1)).toBe('return.kept')
  expect((await findMyReturn(actor))?.isOver).toBe(true)
  await expect(signReturn(actor, { signedName: 'Elio' })).rejects.toMatchObject({ code: 'return_made' })
})
