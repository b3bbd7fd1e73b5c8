import { and, eq, isNull } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { looks, methods, readings } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { askLook } from '@/lib/commands/methods/ask-look'
import { recordReading } from '@/lib/commands/methods/record-reading'
import { startLook } from '@/lib/commands/methods/start-look'
import { lookAtMethods } from '@/lib/effects/look-at-methods'
import { syncDirectory } from '@/lib/effects/sync-directory'
import { readerAccess } from '@/lib/graph/access'
import { getLook } from '@/lib/queries/look'
import { control, fault } from '@/tests/support/control'
import { makePerson, personActor } from '@/tests/support/make'

const job = { kind: 'job', name: 'methods.look' } as const
const look = (personId: string) => lookAtMethods(job, readerAccess, { personId })
const named = async (name: string) => (await db.select().from(people).where(eq(people.givenName, name)))[0]!
const live = (personId: string) =>
  db
    .select()
    .from(methods)
    .where(and(eq(methods.personId, personId), isNull(methods.goneAt)))
const events = async (entraId: string) =>
  (
    await db.select().from(auditEvents).where(eq(auditEvents.subjectOid, entraId)).orderBy(auditEvents.at)
  ).map(({ type }) => type)

async function jobsFor(personId: string) {
  const owner = postgres(testDatabase.owner, { max: 1 })
  const jobs = await owner`select priority, start_after > now() as is_later from pgboss.job
    where name = 'methods.look' and data ->> 'personId' = ${personId}`
  await owner.end()
  return jobs
}

beforeAll(async () => {
  await syncDirectory({ kind: 'job', name: 'directory.sync' }, readerAccess(), { pipeline: 'people' })
})

beforeEach(async () => {
  await control('POST', '/reset')
  await db.execute('update graph_allowances set level = burst, share = 1, blocked_until = null')
})

describe('a look', () => {
  test('shows every registration, and no whole telephone number', async () => {
    const elio = await named('Elio')
    await look(elio.id)

    const shown = await live(elio.id)
    expect(shown.map(({ kind }) => kind).sort()).toEqual([
      'microsoftAuthenticator',
      'microsoftAuthenticator',
      'password',
      'phone',
    ])
    expect(shown.find(({ kind }) => kind === 'phone')?.displayName).toMatch(/^\+\d+ •••\d\d$/)
    expect(shown.find(({ displayName }) => displayName?.includes('iPhone'))).toMatchObject({
      isDefault: true,
      lastUsedAt: expect.any(Date),
    })
    const [reading] = await db.select().from(readings).where(eq(readings.personId, elio.id))
    expect(reading?.graphRequestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(await events(elio.entraId)).toEqual(['methods.read'])
  })

  test('that shows nothing new leaves no event and no reading, and says when it was', async () => {
    const andrea = await named('Andrea')
    await look(andrea.id)
    const before = await getLook(personActor(andrea), andrea.id)
    await look(andrea.id)

    const after = await getLook(personActor(andrea), andrea.id)
    expect(Date.parse(after.readAt!)).toBeGreaterThan(Date.parse(before.readAt!))
    expect(await db.$count(readings, eq(readings.personId, andrea.id))).toBe(1)
    expect(await events(andrea.entraId)).toEqual(['methods.read'])
  })

  test('tells what appeared and what is gone, and from when', async () => {
    const petra = await named('Petra')
    await look(petra.id)
    const before = await live(petra.id)
    const phone = before.find(({ kind }) => kind === 'phone')!
    await control('DELETE', `/person/${petra.entraId}/methods/${phone.entraMethodId}`)
    await control('POST', `/person/${petra.entraId}/methods`, { kind: 'softwareOath' })

    await look(petra.id)

    const [gone] = await db.select().from(methods).where(eq(methods.id, phone.id))
    const fresh = (await live(petra.id)).find(({ kind }) => kind === 'softwareOath')
    expect(gone?.goneAt).not.toBeNull()
    expect(fresh?.firstSeenAt).toEqual(gone?.goneAt)
    expect(await db.$count(readings, eq(readings.personId, petra.id))).toBe(2)
  })

  test('keeps what beta said before when beta says nothing', async () => {
    const lia = await named('Lia')
    await look(lia.id)
    const before = await live(lia.id)
    await fault({ fault: '503', match: { path: '^/beta/' }, times: null })

    await look(lia.id)

    expect((await live(lia.id)).map(({ isDefault, lastUsedAt }) => ({ isDefault, lastUsedAt }))).toEqual(
      before.map(({ isDefault, lastUsedAt }) => ({ isDefault, lastUsedAt })),
    )
    expect(await events(lia.entraId)).toEqual(['methods.read'])
  })

  test('that comes back after a later one changes nothing', async () => {
    const nora = await named('Nora')
    const slow = (await runAt(addMinutes(readClock(), -1), () => startLook(job, { personId: nora.id })))!
    await look(nora.id)
    const before = await live(nora.id)

    const list = { methods: [], requestId: 'late', isDefaultKnown: true }
    const startedAt = new Date(Date.parse(slow.startedAt) - 1).toISOString()
    await recordReading(job, { personId: nora.id, startedAt, list })

    expect(await live(nora.id)).toEqual(before)
  })

  test('is not made twice at once: what is asked meanwhile is looked at after it', async () => {
    const vito = await named('Vito')
    const first = (await startLook(job, { personId: vito.id }))!
    expect(await startLook(job, { personId: vito.id })).toBeNull()
    expect(await jobsFor(vito.id)).toEqual([])

    const list = { methods: [], requestId: 'first', isDefaultKnown: true }
    await recordReading(job, { ...first, list })
    expect(await jobsFor(vito.id)).toHaveLength(1)
    expect(await startLook(job, { personId: vito.id })).not.toBeNull()
  })

  test('at somebody who has left is not made', async () => {
    const gone = await makePerson({ leftAt: readClock() })
    await look(gone.id)
    expect(await db.$count(looks, eq(looks.personId, gone.id))).toBe(0)
  })
})

describe('a look that fails', () => {
  test('says why and when it is tried again, once for all tries, and then gives up', async () => {
    const thea = await named('Thea')
    await askLook(personActor(thea), { personId: thea.id })
    await look(thea.id)

    const first = await getLook(personActor(thea), thea.id)
    expect(first).toMatchObject({ isWaiting: true, failure: 'graph_throttled', readAt: null })
    expect(Date.parse(first.retryAt!)).toBeGreaterThan(readClock().getTime())
    for (let tries = 0; tries < 4; tries += 1) await look(thea.id)

    expect(await getLook(personActor(thea), thea.id)).toMatchObject({ isWaiting: false, retryAt: null })
    expect((await events(thea.entraId)).filter((type) => type === 'methods.look_failed')).toHaveLength(1)
  })

  test('at somebody Microsoft does not know is not repeated', async () => {
    const nobody = await makePerson()
    await look(nobody.id)
    expect(await getLook(personActor(nobody), nobody.id)).toMatchObject({
      failure: 'not_found',
      retryAt: null,
      isWaiting: false,
    })
  })

  test('stays known while it is asked for again, until a look succeeds', async () => {
    const elena = await named('Elena')
    const failureOf = async () =>
      (await db.select().from(looks).where(eq(looks.personId, elena.id)))[0]?.failure
    await look(elena.id)
    await fault({ fault: '503', match: { person: elena.entraId }, times: null })
    await look(elena.id)

    await runAt(addMinutes(readClock(), 2), () => askLook(personActor(elena), { personId: elena.id }))
    expect(await failureOf()).toBe('graph_unavailable')
    expect(await getLook(personActor(elena), elena.id)).toMatchObject({ isWaiting: true, failure: null })

    await control('POST', '/reset')
    await look(elena.id)
    expect(await failureOf()).toBeNull()
  })

  test('keeps what was seen before', async () => {
    const piero = await named('Piero')
    await look(piero.id)
    const before = await live(piero.id)
    await fault({ fault: '503', match: { person: piero.entraId }, times: null })
    await look(piero.id)
    expect(await live(piero.id)).toEqual(before)
  })
})

describe('asking for a look', () => {
  test('puts one job into the queue, however often one asks', async () => {
    const person = await makePerson()
    await askLook(personActor(person), { personId: person.id })
    await askLook(personActor(person), { personId: person.id })
    expect(await jobsFor(person.id)).toEqual([{ priority: 10, is_later: false }])
    expect(await getLook(personActor(person), person.id)).toMatchObject({ isWaiting: true })
  })

  test('is told in the log when it is about somebody else, but not at every turn of a screen', async () => {
    const person = await makePerson()
    const agent = personActor(await makePerson(), ['helpdesk'])
    await askLook(agent, { personId: person.id })
    await askLook(agent, { personId: person.id })
    expect(await events(person.entraId)).toEqual(['methods.look_asked'])

    const later = new Date(readClock().getTime() + 6 * 60_000)
    await runAt(later, () => askLook(agent, { personId: person.id }))
    await askLook(personActor(await makePerson(), ['helpdesk']), { personId: person.id })
    expect(await events(person.entraId)).toHaveLength(3)
  })

  test('does not tell a stranger whether the person exists', async () => {
    const person = await makePerson()
    const stranger = personActor(await makePerson(), ['auditor'])
    const nobody = '01900000-0000-7000-8000-000000000000'
    await expect(askLook(stranger, { personId: person.id })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(askLook(stranger, { personId: nobody })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(askLook(stranger, { personId: 'nonsense' })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(getLook(stranger, person.id)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await db.$count(looks, eq(looks.personId, person.id))).toBe(0)
  })

  test('again while Microsoft wants us to wait asks for then', async () => {
    const thea = await named('Thea')
    await db.delete(looks).catch(() => db.update(looks).set({ failureCount: 0, readAt: null }))
    await askLook(personActor(thea), { personId: thea.id })
    await look(thea.id)
    const owner = postgres(testDatabase.owner, { max: 1 })
    await owner`delete from pgboss.job`
    await owner.end()
    await askLook(personActor(thea), { personId: thea.id })
    expect(await jobsFor(thea.id)).toEqual([{ priority: 10, is_later: true }])
  })
})
