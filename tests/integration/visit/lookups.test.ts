import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { helpLookups } from '@/db/schema/lookups'
import { visitBuckets } from '@/db/schema/references'
import { addMinutes, runAt } from '@/lib/clock'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { countLookup } from '@/lib/commands/visit/count-lookup'
import { getBlockers } from '@/lib/queries/blockers'
import { getCase } from '@/lib/queries/case-view'
import { getRecovery } from '@/lib/queries/standing'
import { makePerson, personActor } from '@/tests/support/make'
import { eventsAbout, makeAgent } from '@/tests/support/make-desk'
import { newAddress, visitor } from '@/tests/support/make-reference'
import { makeReading, makeSafeSwap, makeSwap, seenMethod } from '@/tests/support/make-swap'

const countOf = async (topic: string) =>
  (await db.select().from(helpLookups).where(eq(helpLookups.topic, topic))).reduce(
    (sum, { count }) => sum + count,
    0,
  )

describe('a search in the help is counted', () => {
  test('by topic and day, with nothing about who or what words, and no event', async () => {
    const person = await makePerson()
    await countLookup(personActor(person), { topic: 'ERR-LIMIT-5' })
    await countLookup(personActor(person), { topic: 'ERR-LIMIT-5' })
    await countLookup(visitor, { topic: 'NOTHING', address: newAddress() })
    const rows = await db.select().from(helpLookups)
    expect(rows).toHaveLength(2)
    expect(Object.keys(rows[0]!).sort()).toEqual(['count', 'lastAt', 'on', 'topic'])
    expect(await countOf('ERR-LIMIT-5')).toBe(2)
    expect(await eventsAbout(person)).toEqual([])
  })

  test('at once, each of them', async () => {
    const actor = personActor(await makePerson())
    await Promise.all(Array.from({ length: 8 }, () => countLookup(actor, { topic: 'ERR-JAILBREAK' })))
    expect(await countOf('ERR-JAILBREAK')).toBe(8)
  })

  test('not what is no topic', async () => {
    await expect(countLookup(visitor, { topic: 'my words' as 'NOTHING' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  test('not from a visitor who goes on and on; they are answered all the same', async () => {
    const address = newAddress()
    await countLookup(visitor, { topic: 'FAQ-CLONE', address })
    await db.update(visitBuckets).set({ level: 0, levelAt: addMinutes(new Date(), 60) })
    await countLookup(visitor, { topic: 'FAQ-CLONE', address })
    expect(await countOf('FAQ-CLONE')).toBe(1)
  })

  test('not by a job', async () => {
    const job = { kind: 'job', name: 'any' } as never
    await expect(countLookup(job, { topic: 'FAQ-CLONE' })).rejects.toMatchObject({ code: 'denied' })
  })
})

describe('which error blocks whom', () => {
  test('counts searches and the cases opened from the help, by site, what stops most people first', async () => {
    const actor = personActor(await makePerson({ site: 'Milan' }))
    await openOwnCase(actor, { problem: 'new_phone_fails', topic: 'ERR-TAP-USED@2026-11' })
    await openOwnCase(personActor(await makePerson({ site: 'Pune' })), {
      problem: 'new_phone_fails',
      topic: 'ERR-TAP-USED@2026-11',
    })
    await runAt(addMinutes(new Date(), -10 * 24 * 60), () => countLookup(actor, { topic: 'ERR-TAP-USED' }))
    await runAt(addMinutes(new Date(), -40 * 24 * 60), () => countLookup(actor, { topic: 'ERR-TAP-USED' }))
    const { rows } = await getBlockers(await makeAgent())
    expect(rows[0]).toMatchObject({ topic: 'ERR-TAP-USED', cases: 2, week: 0, month: 1 })
    expect(rows[0]?.sites.toSorted((a, b) => String(a.site).localeCompare(String(b.site)))).toEqual([
      { site: 'Milan', count: 1 },
      { site: 'Pune', count: 1 },
    ])
    const planner = personActor(await makePerson(), ['planner'])
    expect((await getBlockers(planner)).rows).toHaveLength(rows.length)
  })

  test('for planners and the desk, and nobody else', async () => {
    for (const role of ['auditor', 'technician', 'owner'] as const)
      await expect(getBlockers(personActor(await makePerson(), [role]))).rejects.toMatchObject({
        kind: 'not_found',
      })
  })

  test('the case says which help did not help; what is no topic is not kept', async () => {
    const { caseId } = await openOwnCase(personActor(await makePerson()), {
      problem: 'stuck',
      topic: 'ERR-NO-REQUEST@2026-11',
    })
    const view = await getCase(await makeAgent(), caseId)
    expect(view.context).toMatchObject({ topic: 'ERR-NO-REQUEST', topicEdition: '2026-11' })
    const other = await openOwnCase(personActor(await makePerson()), { problem: 'stuck', topic: 'my secret' })
    expect(JSON.stringify((await getCase(await makeAgent(), other.caseId)).context)).not.toContain('secret')
  })
})

describe('advice in trouble', () => {
  test('names what Microsoft still shows of the old phone', async () => {
    const person = await makePerson()
    await makeSwap(person)
    await makeReading(person, addMinutes(new Date(), -10), [seenMethod('iPhone 12')])
    const { advice, old } = await getRecovery(personActor(person), 'PHONE-STOLEN')
    expect(advice).toContain('old_signs_you_in')
    expect(advice).toContain('no_way')
    expect(old).toMatchObject([{ name: 'iPhone 12' }])
  })

  test('says that nobody gets in with it once it is gone, and uses the new one', async () => {
    const person = await makePerson()
    await makeSafeSwap(person)
    const { advice } = await getRecovery(personActor(person), 'PHONE-LOST')
    expect(advice).toEqual(expect.arrayContaining(['old_gone', 'use_new']))
  })

  test('without a move, from what is registered; before Microsoft was read it says so', async () => {
    const person = await makePerson()
    expect((await getRecovery(personActor(person), 'PHONE-LOST')).advice).toEqual(['unread'])
    await makeReading(person, addMinutes(new Date(), -10), [
      seenMethod('iPhone'),
      seenMethod('key', { kind: 'fido2' }),
    ])
    const { advice, ways } = await getRecovery(personActor(person), 'PHONE-LOST')
    expect(advice).toEqual(['old_signs_you_in', 'try_way', 'take_off_yourself'])
    expect(ways).toMatchObject([{ id: 'key' }])
  })
})
