import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { runAt } from '@/lib/clock'
import { sayDeviceState } from '@/lib/commands/device/say-device-state'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { attestNewPhoneAnswers } from '@/lib/commands/swap/attest-new-phone-answers'
import { attestOldPhoneOff } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked } from '@/lib/commands/swap/attest-others-checked'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { listMyDevices } from '@/lib/queries/my-devices'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { makeReading, makeSignIn, makeSwap, seenMethod } from '@/tests/support/make-swap'

const described = { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' } as const
const push = ['pwd', 'rsa', 'ngcmfa', 'mfa']
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)
const answers = { isOnNew: 'yes' } as const

/** Up to the last sign-in, without a word about the old phone. */
async function beforeLast() {
  const person = await makePerson()
  const swap = await makeSwap(person)
  const actor = personActor(person)
  await makeReading(person, minutesAgo(50), [seenMethod('old')])
  await runAt(minutesAgo(48), () => describeMove(actor, described))
  await runAt(minutesAgo(47), () => assignEntries(actor, { 'owner.old': 'old_phone' }))
  await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('new')])
  await makeSignIn(person, minutesAgo(38), push)
  await makeReading(person, minutesAgo(36), [seenMethod('new')], ['old'])
  await runAt(minutesAgo(35), () =>
    attestOthersChecked(actor, { guests: '0', work: '0', codes: '0', isEveryOneMoved: 'yes' }),
  )
  return { person, swap, actor }
}

const eventsOf = (swapId: string, type: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, swapId), eq(auditEvents.type, type)))

const saidOf = (swapId: string, kind: string) =>
  db
    .select()
    .from(swapEvidence)
    .where(and(eq(swapEvidence.swapId, swapId), eq(swapEvidence.kind, kind)))

const aloneOf = async (actor: ReturnType<typeof personActor>) =>
  (await findMySwap(actor))?.levels.find(({ level }) => level === 'alone')

describe('the last sign-in', () => {
  test('does not count without a word about the old phone, and counts once it is off', async () => {
    const { person, actor } = await beforeLast()
    expect((await findMySwap(actor))?.oldPhone.standing).toBe('asked')
    await makeSignIn(person, minutesAgo(30), push)
    expect(await aloneOf(actor)).toMatchObject({ reachedAt: null, reason: 'old_phone_not_off' })
    await runAt(minutesAgo(25), () => attestOldPhoneOff(actor, { isOff: 'yes' }))
    expect(await findMySwap(actor)).toMatchObject({ isSafe: false, oldPhone: { standing: 'away' } })
    await makeSignIn(person, minutesAgo(20), push)
    expect(await findMySwap(actor)).toMatchObject({ isSafe: true })
    expect(await aloneOf(actor)).toMatchObject({ known: 'proved' })
  })

  test('counts from the moment at which the phone was said to be lost, and no earlier', async () => {
    const { person, swap, actor } = await beforeLast()
    await makeSignIn(person, minutesAgo(30), push)
    const old = (await listMyDevices(actor)).devices.find(({ part }) => part === 'old')
    await runAt(minutesAgo(25), () => sayDeviceState(actor, { deviceId: old!.id, state: 'lost' }))
    expect((await aloneOf(actor))?.reachedAt).toBeNull()
    await makeSignIn(person, minutesAgo(20), push)
    expect(await aloneOf(actor)).toMatchObject({ known: 'proved' })
    await runAt(minutesAgo(15), () => sayDeviceState(actor, { deviceId: old!.id, state: 'here' }))
    expect((await aloneOf(actor))?.reachedAt).toBeNull()
    expect(await saidOf(swap.id, 'old_phone_gone')).toHaveLength(1)
  })
})

describe('that the new phone answers, with the old one on', () => {
  test('is kept with its event, and makes the last sign-in a weaker proof', async () => {
    const { person, swap, actor } = await beforeLast()
    await runAt(minutesAgo(25), () => attestNewPhoneAnswers(actor, answers))
    expect((await findMySwap(actor))?.oldPhone.standing).toBe('new_by_word')
    await makeSignIn(person, minutesAgo(20), push)
    expect(await aloneOf(actor)).toMatchObject({ known: 'weaker', reason: 'old_phone_may_be_on' })
    expect((await findMySwap(actor))?.isSafe).toBe(true)
    expect(await eventsOf(swap.id, 'swap.new_phone_answers')).toHaveLength(1)
  })

  test('is nobody else’s to say, and the move looks as if it were not there', async () => {
    const { swap } = await beforeLast()
    const other = personActor(await makePerson())
    await expect(attestNewPhoneAnswers(other, answers)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await saidOf(swap.id, 'new_phone_answers')).toEqual([])
  })

  test('is refused without the tick, while the move is frozen and from a page left behind', async () => {
    const { person, swap, actor } = await beforeLast()
    await expect(attestNewPhoneAnswers(actor, { isOnNew: '' as 'yes' })).rejects.toMatchObject({
      fields: { isOnNew: 'tick_when_true' },
    })
    const stale = { ...answers, shownStep: 'prove' }
    await expect(attestNewPhoneAnswers(actor, stale)).rejects.toMatchObject({ code: 'step_moved' })
    const frozen = await makePerson()
    const stopped = await makeSwap(frozen, { frozenAt: minutesAgo(5), frozenWhy: 'not_me' })
    await expect(attestNewPhoneAnswers(personActor(frozen), answers)).rejects.toMatchObject({
      code: 'swap_frozen',
    })
    for (const { id } of [swap, stopped]) expect(await saidOf(id, 'new_phone_answers')).toEqual([])
    expect((await db.select().from(swaps).where(eq(swaps.personId, person.id)))[0]?.state).toBe('removed')
  })

  test('said twice at once is kept twice and changes nothing more', async () => {
    const { swap, actor } = await beforeLast()
    await Promise.all([attestNewPhoneAnswers(actor, answers), attestNewPhoneAnswers(actor, answers)])
    expect(await eventsOf(swap.id, 'swap.new_phone_answers')).toHaveLength(2)
    expect((await findMySwap(actor))?.isSafe).toBe(false)
  })
})
