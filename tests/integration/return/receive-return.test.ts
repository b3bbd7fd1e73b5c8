import { expect, test } from 'vitest'
import { receiveReturn } from '@/lib/commands/return/receive-return'
import { findMyReturn } from '@/lib/queries/my-return'
import { findReturn } from '@/lib/queries/returns'
import { makePerson, personActor } from '@/tests/support/make'
import { bringBackOld, makeHandedIn, makeSafe } from '@/tests/support/make-return'
import { eventTypes, makeTechnician, outcomes } from '@/tests/support/make-wave'

test('a technician confirms that the phone is there; its owner sees who has it', async () => {
  const { swap, actor, person } = await makeHandedIn()
  const toni = await makeTechnician()
  expect((await findReturn(toni, person.id))?.refusal).toBeNull()
  await receiveReturn(toni, { swapId: swap.id })
  expect((await eventTypes()).at(-1)).toBe('return.received')
  expect((await findMyReturn(actor))?.made?.received).toMatchObject({ by: 'Toni Technician' })
  expect(await findReturn(toni, person.id)).toMatchObject({
    signedName: 'Elio Esposito',
    refusal: 'return_received',
  })
})

test('nobody confirms their own, and without a role to receive there is nothing to see', async () => {
  const { swap, actor, person } = await makeHandedIn()
  const ownToo = { ...actor, roles: [...actor.roles, 'technician' as const] }
  await expect(receiveReturn(ownToo, { swapId: swap.id })).rejects.toMatchObject({ code: 'denied' })
  expect((await findReturn(ownToo, person.id))?.refusal).toBe('denied')
  const auditor = personActor(await makePerson(), ['auditor', 'approver', 'verifier'])
  await expect(receiveReturn(auditor, { swapId: swap.id })).rejects.toMatchObject({ kind: 'not_found' })
  expect(await findReturn(auditor, person.id)).toBeNull()
})

test('a phone nobody signed for, or whose registration is back, is not received, and nothing is recorded', async () => {
  const toni = await makeTechnician()
  const unsigned = await makeSafe()
  await expect(receiveReturn(toni, { swapId: unsigned.swap.id })).rejects.toMatchObject({
    code: 'return_not_signed',
  })
  const { swap, person, actor } = await makeHandedIn()
  await bringBackOld(person)
  const events = (await eventTypes()).length
  await expect(receiveReturn(toni, { swapId: swap.id })).rejects.toMatchObject({ code: 'return_old_alive' })
  expect((await eventTypes()).length).toBe(events)
  expect((await findMyReturn(actor))?.isContradicted).toBe(true)
  expect(await findReturn(toni, person.id)).toMatchObject({ isContradicted: true })
})

test('two at once: one of them has it', async () => {
  const { swap } = await makeHandedIn()
  const toni = await makeTechnician()
  const settled = await Promise.allSettled([
    receiveReturn(toni, { swapId: swap.id }),
    receiveReturn(await makeTechnician(), { swapId: swap.id }),
  ])
  expect(outcomes(settled)).toEqual(['done', 'return_received'])
})
