import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swapEntries, swaps } from '@/db/schema/swaps'
import { runAt } from '@/lib/clock'
import { keepPhone } from '@/lib/commands/return/keep-phone'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { changeAnswers } from '@/lib/commands/swap/change-answers'
import { completeStep } from '@/lib/commands/swap/complete-step'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { makeSafe } from '@/tests/support/make-return'
import { makeReading, makeSwap, seenMethod } from '@/tests/support/make-swap'

const described = {
  oldPlatform: 'ios',
  newPlatform: 'ios',
  number: 'same',
  hasOldPhone: 'yes',
  backupModel: 'ios_legacy',
} as const
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

/** Somebody who mis-tapped, has gone on to the next step and assigned their entries. */
async function begun() {
  const person = await makePerson()
  const swap = await makeSwap(person)
  const actor = personActor(person)
  await makeReading(person, minutesAgo(50), [seenMethod('old')])
  await describeMove(actor, described)
  await assignEntries(actor, { 'owner.old': 'old_phone' })
  return { person, swap, actor }
}

const rowOf = async (id: string) => (await db.select().from(swaps).where(eq(swaps.id, id)))[0]!
const eventsOf = (swapId: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, swapId), eq(auditEvents.type, 'swap.answers_changed')))

describe('the answers of before', () => {
  test('are changed and the change is in the log; baseline, entries and ticks stay', async () => {
    const { swap, actor } = await begun()
    await completeStep(actor, { step: 'restore' })
    const before = await findMySwap(actor)
    await changeAnswers(actor, { ...described, newPlatform: 'android', number: 'new' })
    expect(await rowOf(swap.id)).toMatchObject({
      newPlatform: 'android',
      number: 'new',
      backupModel: null,
      baselineId: expect.any(String),
    })
    const after = await findMySwap(actor)
    expect(after).toMatchObject({ baselineAt: before?.baselineAt, entries: before?.entries })
    expect(after?.said.doneSteps).toEqual(['restore'])
    const [event] = await eventsOf(swap.id)
    expect(JSON.parse(event!.body).detail).toMatchObject({
      changed: 'newPlatform number backupModel',
      hasOldPhone: true,
    })
  })

  test('take steps away with the old phone gone, and bring them back with it', async () => {
    const { swap, actor } = await begun()
    expect((await findMySwap(actor))?.steps).toContain('restore')
    await changeAnswers(actor, { ...described, hasOldPhone: 'no' })
    expect((await findMySwap(actor))?.steps).not.toContain('restore')
    await changeAnswers(actor, described)
    expect((await findMySwap(actor))?.steps).toContain('restore')
    const entries = await db.select().from(swapEntries).where(eq(swapEntries.swapId, swap.id))
    expect(entries.map(({ owner }) => owner)).toEqual(['old_phone'])
  })

  test('can be mended after a mis-tap without losing what was said and proved', async () => {
    const { swap, actor } = await makeSafe()
    await changeAnswers(actor, { ...described, hasOldPhone: 'no' })
    expect((await rowOf(swap.id)).state).toBe('safe_to_wipe')
    await changeAnswers(actor, described)
    expect((await rowOf(swap.id)).state).toBe('safe_to_wipe')
  })

  test('sent once more as they are change nothing, and nothing is logged', async () => {
    const { swap, actor } = await begun()
    await changeAnswers(actor, described)
    expect(await eventsOf(swap.id)).toHaveLength(0)
  })
})

test('nobody changes somebody else’s answers: their move looks as if it were not there', async () => {
  const { swap } = await begun()
  const stranger = personActor(await makePerson(), ['planner', 'helpdesk'])
  await expect(changeAnswers(stranger, { ...described, number: 'new' })).rejects.toMatchObject({
    kind: 'not_found',
  })
  expect((await rowOf(swap.id)).number).toBe('same')
})

describe('nothing is changed, and no trace left,', () => {
  test('before the first answers are given, nor with an answer missing', async () => {
    const person = await makePerson()
    const swap = await makeSwap(person)
    await expect(changeAnswers(personActor(person), described)).rejects.toMatchObject({
      code: 'answers_not_given',
    })
    const { actor } = await begun()
    await expect(changeAnswers(actor, { ...described, number: '' as 'same' })).rejects.toMatchObject({
      fields: { number: 'choose_one' },
    })
    expect(await eventsOf(swap.id)).toHaveLength(0)
  })

  test('once it was said what became of the old phone', async () => {
    const { swap, actor } = await makeSafe()
    await keepPhone(actor, { isWiped: 'yes' })
    await expect(changeAnswers(actor, { ...described, number: 'new' })).rejects.toMatchObject({
      code: 'answers_after_return',
    })
    expect((await rowOf(swap.id)).number).toBe('same')
    expect((await findMySwap(actor))?.answersRefusal).toBe('answers_after_return')
    expect(await eventsOf(swap.id)).toHaveLength(0)
  })

  test('while the move is frozen', async () => {
    const person = await makePerson()
    await makeSwap(person, { hasOldPhone: true, frozenAt: minutesAgo(5), frozenWhy: 'not_me' })
    await expect(changeAnswers(personActor(person), described)).rejects.toMatchObject({ code: 'swap_frozen' })
  })
})

test('the same change sent twice at once is made once', async () => {
  const { swap, actor } = await begun()
  const changed = { ...described, number: 'new' } as const
  await Promise.all([changeAnswers(actor, changed), changeAnswers(actor, changed)])
  expect(await eventsOf(swap.id)).toHaveLength(1)
})

test('a phone said to be lost counts as gone from then on, and only while that is the answer', async () => {
  const { actor } = await begun()
  await runAt(minutesAgo(10), () => changeAnswers(actor, { ...described, hasOldPhone: 'no' }))
  expect((await findMySwap(actor))?.oldPhone.standing).toBe('away')
  await changeAnswers(actor, described)
  expect((await findMySwap(actor))?.oldPhone.standing).toBe('asked')
})
