import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swapEvidence } from '@/db/schema/swaps'
import { agreeDesk } from '@/lib/commands/swap/agree-desk'
import { assignEntries } from '@/lib/commands/swap/assign-entries'
import { countOthers } from '@/lib/commands/swap/count-others'
import { describeMove } from '@/lib/commands/swap/describe-move'
import { nameLater } from '@/lib/commands/swap/name-later'
import { showEdition } from '@/lib/commands/swap/show-edition'
import { findMySwap } from '@/lib/queries/my-swap'
import { makePerson, personActor } from '@/tests/support/make'
import { makeReading, makeSwap, seenMethod } from '@/tests/support/make-swap'

const described = { oldPlatform: 'ios', newPlatform: 'ios', number: 'same', hasOldPhone: 'yes' } as const
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

async function begin() {
  const person = await makePerson()
  const swap = await makeSwap(person)
  await makeReading(person, minutesAgo(50), [seenMethod('old')])
  return { person, swap, actor: personActor(person) }
}

/** Up to the step at which the new phone is registered. */
async function prepared() {
  const { person, swap, actor } = await begin()
  await describeMove(actor, described)
  await assignEntries(actor, { 'owner.old': 'old_phone' })
  await agreeDesk(actor)
  return { person, swap, actor }
}

const shownOf = async (swapId: string) =>
  (
    await db
      .select()
      .from(swapEvidence)
      .where(and(eq(swapEvidence.swapId, swapId), eq(swapEvidence.kind, 'edition_shown')))
  ).map(({ detail }) => detail)
const eventsOf = async (swapId: string, type: string) =>
  db
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.targetId, swapId), eq(auditEvents.type, type)))

describe('which text somebody had before them', () => {
  test('is kept once, by the page or by the form that was on it', async () => {
    const { swap, actor } = await begin()
    const shown = { shownEdition: 'devices-2026-11', shownNote: '0' }
    await showEdition(actor, shown)
    await Promise.all([showEdition(actor, shown), showEdition(actor, shown)])
    const form = { ...described, ...shown, shownStep: 'devices' }
    await describeMove(actor, form)
    expect(await shownOf(swap.id)).toEqual([{ step: 'devices', edition: 'devices-2026-11', note: '0' }])
    expect(await eventsOf(swap.id, 'swap.edition_shown')).toHaveLength(1)
    await showEdition(actor, { ...shown, shownNote: '3' })
    expect(await shownOf(swap.id)).toHaveLength(2)
  })

  test('cannot be a text that never was, nor of somebody else’s move', async () => {
    const { swap, actor } = await begin()
    await expect(showEdition(actor, { shownEdition: 'made-up' })).rejects.toMatchObject({ kind: 'not_found' })
    const other = personActor(await makePerson())
    await expect(showEdition(other, { shownEdition: 'devices-2026-11' })).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect(await shownOf(swap.id)).toEqual([])
  })
})

test('a form of a page that was left behind changes nothing, and says that the move went on', async () => {
  const { swap, actor } = await begin()
  const stale = { ...described, shownStep: 'devices' }
  await describeMove(actor, stale)
  await expect(describeMove(actor, { ...stale, number: 'new' })).rejects.toMatchObject({
    kind: 'refused',
    code: 'step_moved',
  })
  expect((await findMySwap(actor))?.said.number).toBe('same')
  expect(await eventsOf(swap.id, 'swap.described')).toHaveLength(1)
})

test('who no longer has the old phone cannot read on it', async () => {
  const { actor } = await begin()
  const attempt = describeMove(actor, { ...described, hasOldPhone: 'no', screen: 'old_phone' })
  await expect(attempt).rejects.toMatchObject({ fields: { screen: 'screen_is_gone' } })
})

describe('a registration on the wrong phone', () => {
  test('that is kept stands for nothing, and the move goes back to registering', async () => {
    const { person, actor } = await prepared()
    await makeReading(person, minutesAgo(40), [
      seenMethod('old'),
      seenMethod('ipad', { displayName: 'iPad Air' }),
    ])
    expect(await findMySwap(actor)).toMatchObject({ newMethodId: 'ipad', appeared: [{ name: 'iPad Air' }] })
    await nameLater(actor, { methodId: 'ipad', owner: 'kept_device' })
    expect(await findMySwap(actor)).toMatchObject({ newMethodId: null, appeared: [] })
  })

  test('that is the old one must go as well, at Microsoft’s own page', async () => {
    const { person, swap, actor } = await prepared()
    await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('again'), seenMethod('new')])
    await nameLater(actor, { methodId: 'again', owner: 'old_phone' })
    const view = await findMySwap(actor)
    expect(view?.remaining.map(({ id, refusal }) => [id, refusal])).toEqual([
      ['old', 'removal_before_proof'],
      ['again', 'removal_elsewhere'],
    ])
    expect(await eventsOf(swap.id, 'swap.later_named')).toHaveLength(1)
  })

  test('cannot be named where it was there before, is gone, or is somebody else’s', async () => {
    const { person, actor } = await prepared()
    const name = (methodId: string, who = actor) => nameLater(who, { methodId, owner: 'kept_device' })
    await expect(name('old')).rejects.toMatchObject({ code: 'later_in_baseline' })
    await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('new')])
    await makeReading(person, minutesAgo(39), [seenMethod('old')], ['new'])
    await expect(name('new')).rejects.toMatchObject({ code: 'later_gone' })
    await expect(name('new', personActor(await makePerson()))).rejects.toMatchObject({ kind: 'not_found' })
  })
})

test('a security key that is added during the move becomes the second way in once it is said to be kept', async () => {
  const { person, actor } = await begin()
  await describeMove(actor, described)
  await assignEntries(actor, { 'owner.old': 'old_phone' })
  expect(await findMySwap(actor)).toMatchObject({ step: 'second_way', secondWays: [], setUps: ['key'] })
  await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('key', { kind: 'fido2' })])
  expect((await findMySwap(actor))?.unplaced.map(({ id }) => id)).toEqual(['key'])
  await nameLater(actor, { methodId: 'key', owner: 'kept_device' })
  expect(await findMySwap(actor)).toMatchObject({
    unplaced: [],
    secondWays: [{ id: 'key', isTested: false }],
  })
})

test('other accounts are counted, never named, and a count can be mended', async () => {
  const { swap, actor } = await begin()
  const counts = { guests: '1', work: '0', personal: '2', codes: '3' }
  await expect(countOthers(actor, { ...counts, codes: 'three' })).rejects.toMatchObject({
    fields: { codes: 'count_needed' },
  })
  await countOthers(actor, counts)
  await countOthers(actor, { ...counts, guests: '0' })
  expect((await findMySwap(actor))?.counted).toEqual({ guests: 0, work: 0, personal: 2, codes: 3 })
  expect(await eventsOf(swap.id, 'swap.others_counted')).toHaveLength(2)
  await expect(countOthers(personActor(await makePerson()), counts)).rejects.toMatchObject({
    kind: 'not_found',
  })
})
