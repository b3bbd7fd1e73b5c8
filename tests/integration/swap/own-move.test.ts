import { desc, eq } from 'drizzle-orm'
import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swapEntries, swaps } from '@/db/schema/swaps'
import { runAt } from '@/lib/clock'
import { agreeDesk } from '@/lib/commands/swap/agree-desk'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked } from '@/lib/commands/swap/attest-others-checked'
import { completeStep } from '@/lib/commands/swap/complete-step'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { startRemoval } from '@/lib/commands/swap/start-removal'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { makeReading, makeSignIn, makeSwap, seenMethod } from '@/tests/support/make-swap'

const described = { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' } as const
const push = ['pwd', 'rsa', 'ngcmfa', 'mfa']
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

async function begin() {
  const person = await makePerson()
  const swap = await makeSwap(person)
  const actor = personActor(person)
  await makeReading(person, minutesAgo(50), [seenMethod('old')])
  return { person, swap, actor }
}

const typesOf = async (entraId: string) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectOid, entraId))
      .orderBy(desc(auditEvents.at))
  ).map(({ type }) => type)
const stateOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]?.state

test('a whole move, said and seen step by step, ends in safe to wipe', async () => {
  const { person, swap, actor } = await begin()
  await describeMove(actor, described)
  expect(await stateOf(swap.id)).toBe('preparing')
  expect((await findMySwap(actor))?.step).toBe('baseline')

  await assignEntries(actor, { 'owner.old': 'old_phone' })
  await agreeDesk(actor)
  await completeStep(actor, { step: 'restore' })
  expect((await findMySwap(actor))?.step).toBe('register')

  await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('new')])
  await runAt(minutesAgo(35), () => attestOldPhoneOff(actor, { isOff: 'yes' }))
  expect(await stateOf(swap.id)).toBe('registered')
  await makeSignIn(person, minutesAgo(30), push)
  expect((await findMySwap(actor))?.step).toBe('remove')

  const removal = await startRemoval(actor, { methodId: 'old' })
  expect(removal).toMatchObject({ methodId: 'old', attempt: 1 })
  await makeReading(person, minutesAgo(20), [seenMethod('new')], ['old'])
  expect((await findMySwap(actor))?.step).toBe('sign_in_again')

  await makeSignIn(person, minutesAgo(10), push)
  await attestOthersChecked(actor, { guests: '1', work: '0', codes: '3', isEveryOneMoved: 'yes' })
  expect(await stateOf(swap.id)).toBe('safe_to_wipe')
  expect(await findMySwap(actor)).toMatchObject({ isSafe: true, step: 'safe', remaining: [] })
  expect(await typesOf(person.entraId)).toEqual(
    expect.arrayContaining([
      'swap.described',
      'swap.baseline_taken',
      'swap.entries_assigned',
      'swap.desk_agreed',
      'swap.step_done',
      'swap.old_phone_off',
      'swap.removal_intended',
      'swap.others_checked',
      'swap.advanced',
    ]),
  )
})

test('somebody else’s move cannot be seen, and looks as if it were not there', async () => {
  await begin()
  const other = personActor(await makePerson())
  expect(await findMySwap(other)).toBeNull()
  await expect(agreeDesk(other)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(describeMove(other, described)).rejects.toMatchObject({ kind: 'not_found' })
})

test('a move of a wave that is still a draft is not there yet', async () => {
  const person = await makePerson()
  await makeSwap(person, { publishedAt: null })
  expect(await findMySwap(personActor(person))).toBeNull()
  await expect(describeMove(personActor(person), described)).rejects.toMatchObject({ kind: 'not_found' })
})

describe('an entry is not assigned', () => {
  test('when it is not in the baseline: what appeared later cannot be picked for removal', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('later')])
    await expect(assignEntries(actor, { 'owner.later': 'old_phone' })).rejects.toMatchObject({
      code: 'assign_not_in_baseline',
    })
  })

  test('before Microsoft was read', async () => {
    const person = await makePerson()
    await makeSwap(person)
    await expect(assignEntries(personActor(person), { 'owner.x': 'old_phone' })).rejects.toMatchObject({
      code: 'baseline_not_read',
    })
  })

  test('as a new phone when it is none', async () => {
    const person = await makePerson()
    await makeSwap(person)
    await makeReading(person, minutesAgo(50), [seenMethod('sim', { kind: 'phone' })])
    await describeMove(personActor(person), described)
    await expect(assignEntries(personActor(person), { 'owner.sim': 'new_phone' })).rejects.toMatchObject({
      code: 'assign_no_phone',
    })
  })

  test('to another device once it is gone: a removal cannot be undone by words', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await assignEntries(actor, { 'owner.old': 'old_phone' })
    await makeReading(person, minutesAgo(20), [], ['old'])
    await expect(assignEntries(actor, { 'owner.old': 'kept_device' })).rejects.toMatchObject({
      code: 'assign_after_removal',
    })
  })
})

describe('the old registration is not removed from here', () => {
  test('before the new phone was proved', async () => {
    const { person, actor } = await begin()
    await describeMove(actor, described)
    await assignEntries(actor, { 'owner.old': 'old_phone' })
    await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('new')])
    await expect(startRemoval(actor, { methodId: 'old' })).rejects.toMatchObject({
      code: 'removal_before_proof',
    })
  })

  test('after a sign-in of more than ten minutes ago', async () => {
    const { actor } = await begin()
    const stale = { ...actor, authenticatedAt: minutesAgo(11) }
    await expect(startRemoval(stale, { methodId: 'old' })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'step_up_needed',
    })
  })

  test('when it belongs to a device that is kept', async () => {
    const { actor } = await begin()
    await describeMove(actor, described)
    await assignEntries(actor, { 'owner.old': 'kept_device' })
    await expect(startRemoval(actor, { methodId: 'old' })).rejects.toMatchObject({ code: 'removal_not_old' })
  })
})

test('a form that lacks its answers names each field and changes nothing', async () => {
  const { actor, swap } = await begin()
  await expect(
    describeMove(actor, { ...described, oldPlatform: '' as 'ios', number: '' as 'same' }),
  ).rejects.toMatchObject({
    kind: 'invalid',
    fields: { oldPlatform: 'choose_one', number: 'choose_one' },
  })
  expect(await stateOf(swap.id)).toBe('invited')
})

test('two tabs that answer at once leave one baseline, and both answers in the log', async () => {
  const { person, actor, swap } = await begin()
  await Promise.all([describeMove(actor, described), describeMove(actor, { ...described, number: 'new' })])
  const entries = await db.select().from(swapEntries).where(eq(swapEntries.swapId, swap.id))
  expect(entries).toHaveLength(1)
  const types = await typesOf(person.entraId)
  expect(types.filter((type) => type === 'swap.described')).toHaveLength(2)
  expect(types.filter((type) => type === 'swap.baseline_taken')).toHaveLength(1)
})

test('while our own worker is silent, the page says since when', async () => {
  const { actor } = await begin()
  const owner = postgres(testDatabase.owner, { max: 1 })
  const beat = (at: Date) =>
    owner`insert into heartbeats (name, at) values ('worker', ${at}) on conflict (name) do update set at = ${at}`
  await beat(minutesAgo(0))
  expect((await findMySwap(actor))?.look.silentSince).toBeNull()
  const at = minutesAgo(2)
  await beat(at)
  expect((await findMySwap(actor))?.look.silentSince).toBe(at.toISOString())
  await owner.end()
})
