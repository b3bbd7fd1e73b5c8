import { desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import { runAt } from '@/lib/clock'
import { confirmNote } from '@/lib/commands/guide/confirm-note'
import { writeNote } from '@/lib/commands/guide/write-note'
import type { PersonActor } from '@/lib/domain/actor'
import { compareNote } from '@/lib/guides/edition-changes'
import { findNote, getNotes } from '@/lib/queries/guides'
import { makePerson, personActor } from '@/tests/support/make'

let owner: PersonActor

beforeEach(async () => {
  owner = personActor(await makePerson({ displayName: 'Olga Owner' }), ['owner'])
})

const note = { step: 'register', en: 'Bring your badge.', it: 'Porta il tesserino.' } as const
const revisionOf = async (step: string) =>
  (await getNotes(owner)).notes.find((one) => one.step === step)?.revision ?? 0
const write = async (change: Partial<{ step: 'register' | 'second_way'; en: string; it: string }> = {}) => {
  const wanted = { ...note, ...change }
  await writeNote(owner, { ...wanted, revision: await revisionOf(wanted.step) })
}

async function lastEvent() {
  const [event] = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.actorOid, owner.entraId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1)
  return event
}

test('an Owner adds a note, everybody reads it, and the log has its words apart', async () => {
  await write()
  expect(await findNote('register')).toMatchObject({ en: note.en, it: note.it })
  const event = await lastEvent()
  expect(event).toMatchObject({ type: 'guide.note_written', targetId: 'register', known: 'done' })
  expect(event?.body).not.toContain('badge')
  const [personal] = await db.select().from(auditPersonal).where(eq(auditPersonal.eventId, event!.id))
  expect(personal?.body).toContain('Bring your badge.')
  await write({ en: '  ', it: '' })
  expect(await findNote('register')).toBeNull()
})

test('nobody but an Owner with a fresh sign-in writes one, or sees the page', async () => {
  const employee = personActor(await makePerson())
  const attempt = { ...note, revision: 0 }
  await expect(writeNote(employee, attempt)).rejects.toMatchObject({ kind: 'forbidden', code: 'denied' })
  await expect(getNotes(employee)).rejects.toMatchObject({ kind: 'not_found' })
  const stale = { ...owner, authenticatedAt: new Date(Date.now() - 16 * 60_000) }
  await expect(writeNote(stale, attempt)).rejects.toMatchObject({ code: 'step_up_needed' })
  await expect(confirmNote(employee, { step: 'register', editions: '' })).rejects.toMatchObject({
    code: 'denied',
  })
})

test('one language alone, or too long a text, is refused beside its field', async () => {
  const revision = await revisionOf('second_way')
  const attempt = (change: Partial<typeof note>) =>
    writeNote(owner, { ...note, step: 'second_way', revision, ...change } as Parameters<typeof writeNote>[1])
  await expect(attempt({ it: '' as typeof note.it })).rejects.toMatchObject({
    fields: { it: 'note_both_languages' },
  })
  await expect(attempt({ en: 'x'.repeat(601) as typeof note.en })).rejects.toMatchObject({
    fields: { en: 'note_too_long' },
  })
  expect(await findNote('second_way')).toBeNull()
})

test('two Owners at once: the second is told, and nothing is overwritten', async () => {
  const revision = await revisionOf('register')
  const both = await Promise.allSettled([
    writeNote(owner, { ...note, en: 'One.', revision }),
    writeNote(owner, { ...note, en: 'Two.', revision }),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const refused = both.find((one) => one.status === 'rejected')
  expect(refused).toMatchObject({ reason: { kind: 'refused', code: 'conflict' } })
})

test('when the text under a note changes, the Owner sees how, until they confirm', async () => {
  const august = new Date('2026-08-20T09:00:00Z')
  await runAt(august, async () => {
    const then = { ...owner, authenticatedAt: august }
    await writeNote(then, { ...note, step: 'second_way', revision: await revisionOf('second_way') })
  })
  const view = async () => {
    const { notes } = await getNotes(owner)
    const found = notes.find(({ step }) => step === 'second_way')
    return compareNote(found?.editions ?? null, 'second_way', '2026-11-28')
  }
  const before = await view()
  expect(before.changes[0]?.lines.en).toContainEqual({
    kind: 'gone',
    text: 'A text message to your number will do as well.',
  })

  await runAt(new Date('2026-11-28T09:00:00Z'), async () => {
    const now = { ...owner, authenticatedAt: new Date('2026-11-28T08:59:00Z') }
    const seen = before.current.map(({ id }) => id)
    await expect(confirmNote(now, { step: 'second_way', editions: 'another' })).rejects.toMatchObject({
      code: 'conflict',
    })
    await confirmNote(now, { step: 'second_way', editions: seen.join(' ') })
  })
  expect((await view()).changes).toEqual([])
  expect(await findNote('second_way')).toMatchObject({ en: note.en })
})
