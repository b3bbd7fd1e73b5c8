import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { runAt } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { readLeaf } from '@/lib/domain/audit-leaf'
import { listEvents, listPersonEvents } from '@/lib/queries/audit'
import { getEvent } from '@/lib/queries/audit-event'
import { exportEvents } from '@/lib/queries/audit-export'
import { countKnown } from '@/lib/queries/audit-known'
import { getAuditPerson } from '@/lib/queries/audit-person'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'

const noon = new Date('2026-11-20T12:00:00Z')
const rome = 'Europe/Rome'
let auditor: PersonActor
let elio: Awaited<ReturnType<typeof makePerson>>
let paola: Awaited<ReturnType<typeof makePerson>>

/** An event of each second from noon on, the first being the oldest. */
beforeAll(async () => {
  auditor = personActor(await makePerson({ displayName: 'Aldo Auditor' }), ['auditor'])
  elio = await makePerson({ displayName: 'Elio Esposito' })
  paola = await makePerson({ displayName: 'Paola Planner' })
  for (let second = 0; second < 120; second += 1) {
    const isElio = second % 2 === 0
    await happen(isElio ? elio : paola, second)
  }
})

function happen(about: { id: string; entraId: string }, second: number) {
  return runAt(new Date(noon.getTime() + second * 1000), () =>
    transact({ kind: 'job', name: 'methods.look' }, async ({ permit, record }) => {
      permit('methods.record')
      const target = { kind: 'person', id: about.id, oid: about.entraId }
      if (second % 3 === 0) record('methods.look_failed', target, { outcome: 'failed', detail: { second } })
      else record('methods.read', target, { detail: { second }, personal: { said: 'perché no' } })
    }),
  )
}

async function seconds(search: Record<string, string>, actor = auditor): Promise<number[]> {
  const { events } = await listEvents(actor, search, rome)
  return events.map(({ detail }) => Number(detail.second))
}

test('the newest events come first, and paging forth and back shows each exactly once', async () => {
  const first = await listEvents(auditor, {}, rome)
  const second = await listEvents(auditor, { page: first.next! }, rome)
  const third = await listEvents(auditor, { page: second.next! }, rome)
  const all = [first, second, third].flatMap(({ events }) => events.map(({ detail }) => detail.second))
  expect(all).toEqual(Array.from({ length: 120 }, (_, index) => 119 - index))
  expect([first.previous, third.next]).toEqual([null, null])

  const back = await listEvents(auditor, { page: third.previous! }, rome)
  expect(back.events).toEqual(second.events)
  const start = await listEvents(auditor, { page: back.previous! }, rome)
  expect(start.events).toEqual(first.events)
})

test.each([
  ['one person', { subject: 'Elio Esposito' }, 60],
  ['a group of types', { type: 'methods.*' }, 120],
])('paging through %s shows each exactly once, forth and back', async (_what, search, total) => {
  const first = await listEvents(auditor, search, rome)
  const pages = [first]
  for (let page = first; page.next; pages.push(page)) {
    page = await listEvents(auditor, { ...search, page: page.next }, rome)
  }
  const ids = pages.flatMap(({ events }) => events.map(({ id }) => id))
  expect([ids.length, new Set(ids).size]).toEqual([total, total])
  const back = await listEvents(auditor, { ...search, page: pages.at(-1)!.previous! }, rome)
  expect(back.events).toEqual(pages.at(-2)!.events)
})

test('a cursor that somebody made up shows the first page', async () => {
  const first = await listEvents(auditor, {}, rome)
  for (const page of ['x', 'bnVsbA', Buffer.from('["2026","not-an-id","older"]').toString('base64url')]) {
    expect((await listEvents(auditor, { page }, rome)).events).toEqual(first.events)
  }
})

test.each([
  ['a type', { type: 'methods.look_failed' }, (second: number) => second % 3 === 0],
  ['a whole group', { type: 'methods.*' }, () => true],
  ['a person concerned, by name', { subject: 'elio esp' }, (second: number) => second % 2 === 0],
  ['an outcome', { outcome: 'failed' }, (second: number) => second % 3 === 0],
  ['how it is known', { known: 'seen' }, (second: number) => second % 3 !== 0],
  ['both', { subject: 'Elio', known: 'seen' }, (second: number) => second % 6 === 2 || second % 6 === 4],
  [
    'a period in a zone',
    { from: '2026-11-20T13:01', until: '2026-11-20T13:02', zone: rome },
    (second: number) => second >= 60,
  ],
  ['instants', { until: '2026-11-20T12:00:30Z' }, (second: number) => second < 30],
])('the list can be narrowed to %s', async (_what, search, fits) => {
  const expected = Array.from({ length: 120 }, (_, index) => 119 - index).filter(fits)
  expect(await seconds(search)).toEqual(expected.slice(0, 50))
})

test('the list can be narrowed to whoever did it, and to what went as usual', async () => {
  const reader = await makePerson({ displayName: 'Rita Reader' })
  const mine = personActor(reader, ['owner'])
  await transact(mine, async ({ permit, record }) => {
    permit('settings.change')
    record('settings.changed', { kind: 'setting', id: 'removeHere' }, { detail: { second: 500 } })
  })
  await transact({ kind: 'visitor', reference: null }, async ({ permit, record }) => {
    permit('session.start')
    record('token.refused', { kind: 'app', id: 'self', oid: reader.entraId }, { outcome: 'refused' })
  })
  expect(await seconds({ actor: 'rita reader' })).toEqual([500])
  expect(await seconds({ actor: 'rita reader', outcome: 'done' })).toEqual([500])
  expect(await seconds({ actor: 'rita reader', outcome: 'refused' })).toEqual([])
  expect((await listEvents(auditor, { outcome: 'refused' }, rome)).events).toMatchObject([
    { type: 'token.refused', subject: { name: 'Rita Reader' }, actor: { kind: 'visitor' } },
  ])
  const usual = await listEvents(auditor, { outcome: 'done' }, rome)
  expect(usual.events).toHaveLength(50)
  expect(new Set(usual.events.map(({ outcome }) => outcome))).toEqual(new Set(['done']))
})

test('a group and several people are merged in order', async () => {
  const { subject, events } = await listEvents(auditor, { subject: 'o', type: 'methods.*' }, rome)
  expect(subject?.people.length).toBeGreaterThan(1)
  expect(events.map(({ at }) => at)).toEqual(
    [...events]
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
})

test('a name that nobody has finds nothing, rather than everything', async () => {
  const list = await listEvents(auditor, { actor: 'zzz nobody' }, rome)
  expect([list.events, list.actor]).toEqual([[], { people: [], tooMany: false }])
})

test('somebody the directory never held is found by object id', async () => {
  const oid = '99999999-9999-4999-8999-999999999999'
  const list = await listEvents(auditor, { subject: oid }, rome)
  expect(list.subject?.people).toEqual([{ oid, name: oid }])
})

test('an hour that the clocks skip or pass twice is named, and lists nothing', async () => {
  const skipped = await listEvents(auditor, { from: '2026-03-29T02:30', zone: rome }, rome)
  expect([skipped.problems, skipped.events]).toEqual([{ from: 'skipped' }, []])
  const twice = await listEvents(auditor, { until: '2026-10-25T02:30', zone: rome }, rome)
  expect(twice.problems).toEqual({ until: 'repeated' })
  const nonsense = await listEvents(auditor, { from: 'yesterday' }, rome)
  expect(nonsense.problems).toEqual({ from: 'malformed' })
})

test('what the columns say is what the leaf says', async () => {
  for (const row of await db.select().from(auditEvents)) {
    const leaf = readLeaf(row.body)
    expect(row).toMatchObject({
      id: leaf.id,
      at: leaf.at,
      type: leaf.type,
      actorKind: leaf.actor.kind,
      actorOid: leaf.actor.kind === 'person' ? leaf.actor.oid : null,
      targetKind: leaf.target.kind,
      targetId: leaf.target.id,
      subjectOid: leaf.target.oid,
      outcome: leaf.outcome,
      known: leaf.known,
    })
  }
})

test('one event shows its text to the letter, and that its personal part is what was committed to', async () => {
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.type, 'methods.read')).limit(1)
  const detail = await getEvent(auditor, row!.id)
  expect(detail.body).toBe(row!.body)
  expect(detail.leafHash).toBe(
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), Buffer.from(row!.body)]))
      .digest('hex'),
  )
  expect(detail.personal).toMatchObject({ state: 'proved', entries: [{ name: 'said', value: 'perché no' }] })
})

test('a personal part that somebody changed is contradicted, and an erased one is said to be erased', async () => {
  const [row] = await db.select().from(auditEvents).where(eq(auditEvents.type, 'methods.read')).limit(1)
  const owner = postgres(testDatabase.owner, { max: 1 })
  await owner`update audit_personal set body = '{"said":"altro"}' where event_id = ${row!.id}`
  expect((await getEvent(auditor, row!.id)).personal).toMatchObject({ state: 'contradicted' })
  await owner`delete from audit_personal where event_id = ${row!.id}`
  expect((await getEvent(auditor, row!.id)).personal).toMatchObject({ state: 'erased' })
  await owner.end()
})

test('counts by how it is known agree with the list', async () => {
  const view = await runAt(new Date(noon.getTime() + 120_000), () => countKnown(auditor, '1'))
  const counts = Object.fromEntries(view.counts.map(({ known, count }) => [known, count]))
  expect(counts).toMatchObject({ seen: 80, done: 40, attested: 0 })
  expect(view.total).toBe(120)
  const odd = await runAt(noon, () => countKnown(auditor, '1000000'))
  expect(odd.days).toBe(30)
})

test('an export has every event of the filtered list and nothing else, in both formats', async () => {
  const search = { subject: 'Elio', outcome: 'failed' }
  const csv = await fileOf('csv', search)
  const lines = csv.trimEnd().split('\r\n')
  expect(lines[0]).toMatch(/^id,at,actorType,actor,actorName,action,subject,/)
  expect(lines).toHaveLength(1 + 20)
  expect(lines[1]).toContain('"{""second"":114}"')
  expect(await fileOf('excel', search)).toBe(`\ufeff${csv}`)

  const json = (await fileOf('jsonl', search))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(json).toHaveLength(20)
  for (const { body, leafHash } of json) {
    const hash = createHash('sha256').update(`\0${body}`, 'utf8').digest('hex')
    expect(leafHash).toBe(hash)
  }
})

async function fileOf(format: 'csv' | 'excel' | 'jsonl', search: Record<string, string>): Promise<string> {
  let text = ''
  for await (const piece of await exportEvents(auditor, search, { format, zone: rome })) text += piece
  return text
}

test('an export of a filter that cannot be meant is refused before its first byte', async () => {
  const attempt = exportEvents(auditor, { from: 'never' }, { format: 'csv', zone: rome })
  await expect(attempt).rejects.toMatchObject({ kind: 'invalid' })
})

test('planner and desk see what concerns a person, and nobody else does', async () => {
  for (const role of ['planner', 'helpdesk', 'auditor'] as const) {
    const page = await listPersonEvents(personActor(paola, [role]), elio.entraId)
    expect(page.events).toHaveLength(25)
    expect(page.events.every(({ subject }) => subject?.name === 'Elio Esposito')).toBe(true)
  }
  const attempt = listPersonEvents(personActor(elio), elio.entraId)
  await expect(attempt).rejects.toMatchObject({ kind: 'not_found' })
})

test('for anybody but an Auditor the log does not exist', async () => {
  const owner = personActor(paola, ['owner', 'planner', 'helpdesk', 'approver'])
  const [row] = await db.select().from(auditEvents).limit(1)
  const attempts = [
    () => listEvents(owner, {}, rome),
    () => getEvent(owner, row!.id),
    () => countKnown(owner, '30'),
    () => exportEvents(owner, {}, { format: 'csv', zone: rome }),
    () => getAuditPerson(owner, elio.entraId),
  ]
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ kind: 'not_found' })
})

test('an id that is none, or of nothing, is not found', async () => {
  for (const id of ['1', "' or 1=1", '99999999-9999-4999-8999-999999999999']) {
    await expect(getEvent(auditor, id)).rejects.toMatchObject({ kind: 'not_found' })
  }
})
