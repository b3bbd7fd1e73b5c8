import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { caseReferences, visitBuckets } from '@/db/schema/references'
import { addMinutes, runAt } from '@/lib/clock'
import { closeCase } from '@/lib/commands/case/close-case'
import { linkReference } from '@/lib/commands/case/link-reference'
import { openCase } from '@/lib/commands/case/open-case'
import { giveReference } from '@/lib/commands/visit/give-reference'
import { allowances } from '@/lib/domain/bucket'
import { referenceIn } from '@/lib/domain/reference'
import { getCase } from '@/lib/queries/case-view'
import { findReference, listReferences } from '@/lib/queries/references'
import { makePerson, personActor } from '@/tests/support/make'
import { both, eventsAbout, makeAgent, makeCase } from '@/tests/support/make-desk'
import { makeReference, newAddress } from '@/tests/support/make-reference'

const rowOf = async (code: string) =>
  (await db.select().from(caseReferences).where(eq(caseReferences.code, code)))[0]!

describe('somebody who cannot sign in takes a reference', () => {
  test('which says what happened, lasts over a weekend, and is in the log', async () => {
    const { code, expiresAt } = await makeReference({ problem: 'stolen', topic: 'PHONE-STOLEN' })
    expect(referenceIn(code)).toBe(code)
    const row = await rowOf(code)
    expect(row).toMatchObject({ problem: 'stolen', topic: 'PHONE-STOLEN', language: 'it', caseId: null })
    expect(new Date(expiresAt).getTime() - row.givenAt.getTime()).toBe(72 * 3_600_000)
    const [event] = await db.select().from(auditEvents).where(eq(auditEvents.targetId, row.id))
    expect(event).toMatchObject({ type: 'reference.given', actorKind: 'visitor', subjectOid: null })
  })

  test('whoever they say they are: names and addresses are neither kept nor answered to', async () => {
    const person = await makePerson({ displayName: 'Known Person' })
    const typed = { name: person.displayName, userPrincipalName: person.userPrincipalName }
    const known = await makeReference({ problem: 'lost', ...typed })
    const unknown = await makeReference({
      problem: 'lost',
      ...typed,
      name: 'Nobody',
      userPrincipalName: 'x@y',
    } as never)
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    for (const { code } of [known, unknown]) {
      const kept = JSON.stringify(await rowOf(code))
      expect(kept).not.toContain(person.userPrincipalName)
      expect(kept).not.toMatch(/Known Person|Nobody/)
    }
    expect(await eventsAbout(person)).toEqual([])
  })

  test('not as somebody who is signed in: they have a case of their own', async () => {
    const actor = personActor(await makePerson(), ['helpdesk'])
    const attempt = giveReference(actor as never, { problem: 'lost', language: 'en', address: null })
    await expect(attempt).rejects.toMatchObject({ code: 'denied' })
  })

  test('not without saying what happened', async () => {
    await expect(makeReference({ problem: '' as 'lost' })).rejects.toMatchObject({
      fields: { problem: 'choose_one' },
    })
  })

  test('two at once get two', async () => {
    const address = newAddress()
    const { won } = await both([makeReference({ address }), makeReference({ address })])
    expect(new Set(won.map(({ code }) => code)).size).toBe(2)
  })

  test('what expired unused is gone with the next', async () => {
    const { code } = await makeReference()
    await runAt(addMinutes(new Date(), 73 * 60), () => makeReference())
    expect(await rowOf(code)).toBeUndefined()
  })
})

describe('references are limited', () => {
  const leave = (name: string, level: number) =>
    db.update(visitBuckets).set({ level, levelAt: new Date() }).where(sql`${visitBuckets.name} like ${name}`)
  const { each, all } = allowances.reference

  test('for one address, with the minutes to wait, while another goes on', async () => {
    const address = newAddress()
    await makeReference({ address })
    const [before] = await db.select({ count: sql<number>`count(*)::int` }).from(caseReferences)
    await db.update(visitBuckets).set({ level: 0.5 }).where(sql`${visitBuckets.name} <> 'reference *'`)

    await expect(makeReference({ address })).rejects.toMatchObject({
      kind: 'refused',
      code: 'too_many_references',
      values: { minutes: 1 },
    })
    const [after] = await db.select({ count: sql<number>`count(*)::int` }).from(caseReferences)
    expect(after).toEqual(before)
    expect((await makeReference()).code).toMatch(/^R-/)
    // Time gives back.
    const later = addMinutes(new Date(), Math.ceil(60 / each.perHour) + 1)
    await runAt(later, () => makeReference({ address }))
  })

  test('for all addresses together', async () => {
    await makeReference()
    await leave('reference *', 0)
    await expect(makeReference()).rejects.toMatchObject({ code: 'too_many_references' })
    await leave('reference *', all.burst)
    await makeReference()
  })

  test('by the database, so that processes count together: of ten at once, the last one free goes to one', async () => {
    const address = newAddress()
    await makeReference({ address })
    await leave('reference %', all.burst)
    await db
      .update(visitBuckets)
      .set({ level: 1.2, levelAt: new Date() })
      .where(sql`${visitBuckets.name} <> 'reference *'`)
    const { won, told } = await both(Array.from({ length: 10 }, () => makeReference({ address })))
    expect(won).toHaveLength(1)
    expect(told).toEqual(Array(9).fill('too_many_references'))
  })

  test('with no address in sight: a keyed hash of it, for a day', async () => {
    const address = newAddress()
    await makeReference({ address })
    const rows = await db.select().from(visitBuckets)
    expect(JSON.stringify(rows)).not.toContain(address)
    await runAt(addMinutes(new Date(), 25 * 60), () => makeReference())
    const left = await db.select().from(visitBuckets)
    expect(left.map(({ name }) => name)).toHaveLength(2)
  })
})

describe('an agent puts a reference to a case', () => {
  test('however the caller says it, and sees what happened', async () => {
    const { agent, person, caseId } = await makeCase()
    const { code } = await makeReference({ problem: 'broken', topic: 'ERR-SELF-LOOP' })
    expect((await listReferences(agent)).map((row) => row.code)).toContain(code)
    expect(await findReference(agent, code.toLowerCase().replaceAll('-', ' '))).toMatchObject({
      isLinked: false,
    })

    await linkReference(agent, { caseId, reference: code.slice(2).replace('-', '') })

    expect(await getCase(agent, caseId)).toMatchObject({
      references: [{ code, problem: 'broken', topic: 'ERR-SELF-LOOP', isLinked: true }],
    })
    expect((await listReferences(agent)).map((row) => row.code)).not.toContain(code)
    expect(await eventsAbout(person)).toEqual(['case.opened', 'reference.linked'])
  })

  test('while opening the case; a stolen phone makes it urgent', async () => {
    const [agent, person] = [await makeAgent(), await makePerson()]
    const { code } = await makeReference({ problem: 'stolen' })
    const caseId = await openCase(agent, { personId: person.id, reason: 'lost', reference: code })
    expect(await getCase(agent, caseId)).toMatchObject({ row: { isUrgent: true }, urgentWhy: 'stolen' })
    expect(await eventsAbout(person)).toEqual(['case.opened', 'reference.linked', 'case.raised'])
  })

  test('a wrong one opens no case, and is named with its field', async () => {
    const [agent, person] = [await makeAgent(), await makePerson()]
    const attempt = openCase(agent, { personId: person.id, reason: 'lost', reference: 'R-123-4567' })
    await expect(attempt).rejects.toMatchObject({ fields: { reference: 'reference_unknown' } })
    expect(await eventsAbout(person)).toEqual([])
  })

  test('not as an employee, a verifier, or for themselves', async () => {
    const { caseId, person } = await makeCase()
    const { code } = await makeReference()
    await expect(
      linkReference(personActor(await makePerson()), { caseId, reference: code }),
    ).rejects.toMatchObject({
      kind: 'not_found',
    })
    for (const actor of [personActor(await makePerson(), ['verifier']), personActor(person, ['helpdesk'])])
      await expect(linkReference(actor, { caseId, reference: code })).rejects.toMatchObject({
        code: 'denied',
      })
    await expect(listReferences(personActor(await makePerson()))).rejects.toMatchObject({ kind: 'not_found' })
    await expect(findReference(personActor(await makePerson()), code)).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  test('not to two cases, not after it expired, not to a closed case, and leaves no trace', async () => {
    const [one, other] = [await makeCase(), await makeCase()]
    const { code } = await makeReference()
    await linkReference(one.agent, { caseId: one.caseId, reference: code })
    // The same again is nothing new.
    await linkReference(one.agent, { caseId: one.caseId, reference: code })
    await expect(linkReference(other.agent, { caseId: other.caseId, reference: code })).rejects.toMatchObject(
      {
        code: 'reference_taken',
      },
    )
    const late = await makeReference()
    await expect(
      runAt(addMinutes(new Date(), 73 * 60), () =>
        linkReference(other.agent, { caseId: other.caseId, reference: late.code }),
      ),
    ).rejects.toMatchObject({ code: 'reference_unknown' })
    expect(await eventsAbout(other.person)).toEqual(['case.opened'])
    await closeCase(other.agent, { caseId: other.caseId, outcome: 'solved' })
    await expect(
      linkReference(other.agent, { caseId: other.caseId, reference: late.code }),
    ).rejects.toMatchObject({
      code: 'case_closed',
    })
  })

  test('two agents at once: one case has it, the other agent is told', async () => {
    const [one, other] = [await makeCase(), await makeCase()]
    const { code } = await makeReference()
    const { won, told } = await both(
      [one, other].map(({ agent, caseId }) => linkReference(agent, { caseId, reference: code })),
    )
    expect([won.length, told]).toEqual([1, ['reference_taken']])
  })
})
