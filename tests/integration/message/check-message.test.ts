import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { messages } from '@/db/schema/messages'
import { visitBuckets } from '@/db/schema/references'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { checkMessage } from '@/lib/commands/message/check-message'
import { codeOf, queueMessage } from '@/lib/commands/message/queue-message'
import { allowances } from '@/lib/domain/bucket'
import type { MessageState, NewMessage } from '@/lib/domain/message'
import { writeCode } from '@/lib/domain/message-code'
import { answerOf } from '@/lib/messages/checked'
import { transact } from '@/lib/transact'
import { makePerson } from '@/tests/support/make'

const visitor = { kind: 'visitor', reference: null } as const
const sentAt = new Date('2026-11-22T10:00:00Z')
const check = (code: string, address = '203.0.113.7') => checkMessage(visitor, { code, address })

async function makeSent(wanted: Partial<NewMessage> = {}, state: MessageState = 'sent') {
  const { id: personId } = await makePerson({ displayName: 'Elio Esposito' })
  await transact({ kind: 'job', name: 'queue.sweep' }, async (work) => {
    work.permit('queue.sweep')
    work.unchanged()
    await queueMessage(work, { kind: 'backup_check', personId, params: {}, ...wanted } as NewMessage) // kind and params given together
  })
  const mine = eq(messages.personId, personId)
  await db.update(messages).set({ state, language: 'it', sentAt, startedAt: sentAt }).where(mine)
  const [message] = await db.select().from(messages).where(mine)
  return message!
}

beforeEach(async () => {
  await db.update(visitBuckets).set({ levelAt: new Date('2000-01-01T00:00:00Z') })
})

test('a code of ours gives the subject as it stood in the mail and the time, and nothing else', async () => {
  const message = await makeSent({ kind: 'security_notice', params: { what: 'methods_reset', id: 'x' } })
  const found = await check(writeCode(codeOf(message.id)))
  expect(found).toEqual({
    kind: 'security_notice',
    params: { what: 'methods_reset' },
    language: 'it',
    sentAt: sentAt.toISOString(),
  })
  expect(answerOf(found)).toEqual({
    found: { subject: 'I tuoi metodi di accesso sono stati reimpostati', sentAt: sentAt.toISOString() },
  })
})

test('it may be typed in lower case, with blanks', async () => {
  const code = writeCode(codeOf((await makeSent()).id))
  expect(await check(` ${code.toLowerCase().replace('-', ' ')} `)).toMatchObject({ kind: 'backup_check' })
})

test.each(['waiting', 'failed', 'cancelled'] as const)(
  'of a mail that is %s nobody has the code',
  async (state) => {
    expect(await check(codeOf((await makeSent({}, state)).id))).toBeNull()
  },
)

test('a mail that may have arrived is ours', async () => {
  expect(await check(codeOf((await makeSent({}, 'uncertain')).id))).not.toBeNull()
})

test('what is no code, and what nobody has, get the same answer', async () => {
  expect(answerOf(await check('0000000000'))).toEqual({ found: null })
  expect(answerOf(await check('perhaps'))).toEqual({ found: null })
  expect(answerOf(await check("' or 1=1 --"))).toEqual({ found: null })
})

test('nothing typed is refused next to its field', async () => {
  await expect(check(' ')).rejects.toMatchObject({ kind: 'invalid', fields: { code: 'field_required' } })
})

test('the row holds nothing a code could be made from without the key', async () => {
  const message = await makeSent()
  const stored = JSON.stringify(message)
  expect(stored).not.toContain(codeOf(message.id))
  const key = process.env.SESSION_KEY
  process.env.SESSION_KEY = Buffer.alloc(32, 1).toString('base64')
  const other = codeOf(message.id)
  process.env.SESSION_KEY = key
  expect(other).not.toBe(codeOf(message.id))
})

test('whoever guesses is soon told to wait, others are not, and later it goes on', async () => {
  const start = readClock()
  const { burst } = allowances.message.each
  await runAt(start, async () => {
    for (let tries = 0; tries < burst; tries += 1) await check('0000000000', '198.51.100.9')
    await expect(check('0000000000', '198.51.100.9')).rejects.toMatchObject({ code: 'too_many_tries' })
    expect(await check('0000000000', '198.51.100.10')).toBeNull()
  })
  await runAt(addMinutes(start, 60), async () => expect(await check('0000000000', '198.51.100.9')).toBeNull())
})

test('many at once from one place do not get more tries than one after the other', async () => {
  const { burst } = allowances.message.each
  const settled = await Promise.allSettled(
    Array.from({ length: burst + 5 }, () => check('0000000000', '192.0.2.44')),
  )
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(burst)
})

test('looking is no event: nobody can fill the log from outside', async () => {
  const before = await db.$count(auditEvents)
  await check('0000000000')
  expect(await db.$count(auditEvents)).toBe(before)
})
