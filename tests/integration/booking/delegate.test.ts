import { expect, test } from 'vitest'
import { bookSlot } from '@/lib/commands/booking/book-slot'
import { nameDelegate } from '@/lib/commands/booking/name-delegate'
import { removeDelegate } from '@/lib/commands/booking/remove-delegate'
import { findMyBooking } from '@/lib/queries/booking'
import { listBroughtPhones } from '@/lib/queries/brought-phones'
import { findDelegates } from '@/lib/queries/delegates'
import { makePerson, personActor } from '@/tests/support/make'
import { makeInvited, makeOpenWave, swapNow } from '@/tests/support/make-booking'
import { eventTypes } from '@/tests/support/make-wave'

const invited = async () => makeInvited((await makeOpenWave()).wave.id)

test('a colleague named by their address brings the phone; naming them again changes nothing', async () => {
  const { swap, actor } = await invited()
  const colleague = await makePerson({ displayName: 'Carla Collega', mail: 'Carla@Example.com' })
  await nameDelegate(actor, { address: ' carla@example.COM ' })
  expect((await swapNow(swap.id)).delegateId).toBe(colleague.id)
  expect((await findMyBooking(actor))?.delegate).toMatchObject({ name: 'Carla Collega' })
  const events = await eventTypes()
  expect(events.at(-1)).toBe('booking.delegate_named')
  await nameDelegate(actor, { address: colleague.userPrincipalName })
  expect((await eventTypes()).length).toBe(events.length)

  await removeDelegate(actor)
  expect((await swapNow(swap.id)).delegateId).toBeNull()
  expect((await eventTypes()).at(-1)).toBe('booking.delegate_removed')
})

test('nobody unknown, gone, disabled or a guest, and not oneself; what was typed comes back with the reason', async () => {
  const { swap, actor, person } = await invited()
  const gone = await makePerson({ leftAt: new Date() })
  const guest = await makePerson({ userType: 'guest' })
  const events = (await eventTypes()).length
  for (const [address, code] of [
    ['nobody@example.com', 'delegate_unknown'],
    [gone.userPrincipalName, 'delegate_cannot_come'],
    [guest.userPrincipalName, 'delegate_cannot_come'],
    [person.userPrincipalName, 'delegate_self'],
    ['', 'field_required'],
  ] as const)
    await expect(nameDelegate(actor, { address })).rejects.toMatchObject({ fields: { address: code } })
  expect((await swapNow(swap.id)).delegateId).toBeNull()
  expect((await eventTypes()).length).toBe(events)
})

test('only for one’s own move', async () => {
  const { swap } = await invited()
  const stranger = personActor(await makePerson())
  const colleague = await makePerson()
  const attempt = nameDelegate(stranger, { address: colleague.userPrincipalName })
  await expect(attempt).rejects.toMatchObject({ kind: 'not_found' })
  await expect(removeDelegate(stranger)).rejects.toMatchObject({ kind: 'not_found' })
  expect((await swapNow(swap.id)).delegateId).toBeNull()
})

test('two at once name one, and both are in the log', async () => {
  const { swap, actor } = await invited()
  const [a, b] = [await makePerson(), await makePerson()]
  await Promise.all([
    nameDelegate(actor, { address: a.userPrincipalName }),
    nameDelegate(actor, { address: b.userPrincipalName }),
  ])
  expect([a.id, b.id]).toContain((await swapNow(swap.id)).delegateId)
  expect((await eventTypes()).slice(-2)).toEqual(['booking.delegate_named', 'booking.delegate_named'])
})

test('names are found among colleagues only; anybody by their full address, and nobody by less', async () => {
  const boss = await makePerson({ displayName: 'Zora Quercia', department: 'Board' })
  const me = await makePerson({ department: 'Tools', managerId: boss.id })
  await makePerson({ displayName: 'Ada Quercia', department: 'Tools' })
  await makePerson({ displayName: 'Bea Quercia', department: 'Sales', managerId: boss.id })
  await makePerson({ displayName: 'Gone Quercia', department: 'Tools', leftAt: new Date() })
  const far = await makePerson({ displayName: 'Far Quercia', department: 'Sales', mail: 'far.q@example.com' })
  const search = async (q: string) => (await findDelegates(personActor(me), q)).found.map(({ name }) => name)

  expect(await search('quercia')).toEqual(['Ada Quercia', 'Bea Quercia', 'Zora Quercia'])
  expect(await search(far.userPrincipalName.toUpperCase())).toEqual(['Far Quercia'])
  expect(await search('far.q@example.com')).toEqual(['Far Quercia'])
  expect(await search('far.q@example.co')).toEqual([])
  expect(await search('%%')).toEqual([])
  expect(await search('q')).toEqual([])
  expect(await search('tools')).toEqual([])
})

test('a name that many have is not a way to leaf through the department', async () => {
  const me = await makePerson({ department: 'Large' })
  for (let index = 0; index < 12; index += 1) await makePerson({ department: 'Large' })
  const { found, isMore } = await findDelegates(personActor(me), 'person')
  expect(found).toHaveLength(8)
  expect(isMore).toBe(true)
})

test('who was named sees whose phone they bring, when and where; nobody else does', async () => {
  const { wave, windows } = await makeOpenWave()
  const { actor } = await makeInvited(wave.id)
  const colleague = await makePerson()
  await bookSlot(actor, { windowId: windows[0]!.id })
  await nameDelegate(actor, { address: colleague.userPrincipalName })
  const brought = await listBroughtPhones(personActor(colleague))
  expect(brought).toMatchObject([{ slot: { windowId: windows[0]!.id } }])
  expect(await listBroughtPhones(actor)).toEqual([])
  await removeDelegate(actor)
  expect(await listBroughtPhones(personActor(colleague))).toEqual([])
})
