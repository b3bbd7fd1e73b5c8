import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import { addMinutes, readClock, runAt } from '@/lib/clock'
import { finishMessage } from '@/lib/commands/message/finish-message'
import { loseMessages } from '@/lib/commands/message/lose-messages'
import { codeOf, queueMessage } from '@/lib/commands/message/queue-message'
import { startMessage } from '@/lib/commands/message/start-message'
import type { NewMessage } from '@/lib/domain/message'
import { writeCode } from '@/lib/domain/message-code'
import type { Settings } from '@/lib/domain/settings'
import { sendMessage } from '@/lib/effects/send-message'
import { syncDirectory } from '@/lib/effects/sync-directory'
import { readEnv } from '@/lib/env'
import { mailAccess, readerAccess } from '@/lib/graph/access'
import { forgetToken } from '@/lib/graph/client-token'
import { transact } from '@/lib/transact'
import { control, fault } from '@/tests/support/control'

const job = { kind: 'job', name: 'message.send' } as const
const post = {
  sender: readEnv('MAIL_SENDER'),
  replyTo: 'desk@aurora-components.example',
  portalUrl: 'https://passaggio.example.com',
}
const send = (messageId: string) => sendMessage(job, mailAccess(), { messageId, post })
const named = async (name: string) => (await db.select().from(people).where(eq(people.givenName, name)))[0]!
const stored = async (id: string) => (await db.select().from(messages).where(eq(messages.id, id)))[0]!

const ids = async () => (await db.select({ id: messages.id }).from(messages)).map(({ id }) => id)

/** A message as a command would have queued it. */
async function queue(message: NewMessage): Promise<string> {
  const before = await ids()
  await transact({ kind: 'job', name: 'queue.sweep' }, async (work) => {
    work.permit('queue.sweep')
    work.unchanged()
    await queueMessage(work, message)
  })
  const newest = (await ids()).find((id) => !before.includes(id))
  return newest ?? ''
}

const backupCheck = (personId: string): NewMessage => ({ kind: 'backup_check', personId, params: {} })

/** What an Owner would have set; the worker only reads it. */
async function setForDesk(values: Partial<Settings>) {
  const owner = postgres(testDatabase.owner, { max: 1 })
  const [{ id } = { id: '' }] = await owner`select id from people limit 1`
  for (const [name, value] of Object.entries(values))
    await owner`
      insert into settings (name, value, changed_at, changed_by_id)
      values (${name}, ${owner.json(value as string)}, now(), ${id})
      on conflict (name) do update set value = excluded.value`
  await owner.end()
}

async function inbox(entraId: string) {
  const { mails } = (await control('GET', `/person/${entraId}/mail`)) as {
    mails: { from: string; subject: string; body: { content: string } }[]
  }
  return mails
}

async function outcomesOf(messageId: string) {
  const rows = await db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.targetId, messageId))
    .orderBy(auditEvents.at, auditEvents.id)
  return rows.map(({ type, body }) => `${type} ${JSON.parse(body).outcome}`)
}

beforeAll(async () => {
  await syncDirectory({ kind: 'job', name: 'directory.sync' }, readerAccess(), { pipeline: 'people' })
})

beforeEach(async () => {
  await control('POST', '/reset')
  await db.execute('update graph_allowances set level = burst, share = 1, blocked_until = null')
})

describe('a message', () => {
  test('goes to the person’s mailbox in their language, with the code it can be checked by', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await send(id)

    const [mail, ...others] = await inbox(elio.entraId)
    expect(others).toEqual([])
    expect(mail).toMatchObject({ from: post.sender, subject: 'Un minuto per il tuo backup' })
    expect(mail?.body.content).toContain(writeCode(codeOf(id)))
    expect(await stored(id)).toMatchObject({
      state: 'sent',
      language: 'it',
      sentAt: expect.any(Date),
      failure: null,
      leaseUntil: null,
      graphRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(await outcomesOf(id)).toEqual(['message.started intended', 'message.ended done'])
  })

  test('to the desk goes to its mailbox in its language, and to nobody once none is set', async () => {
    const [elio, hana] = [await named('Elio'), await named('Hana')]
    await setForDesk({ deskMailbox: hana.userPrincipalName, deskLanguage: 'it' })
    await send(await queue({ kind: 'desk_test', personId: elio.id, params: {} }))
    expect(await inbox(elio.entraId)).toEqual([])
    const [mail] = await inbox(hana.entraId)
    expect(mail).toMatchObject({ subject: 'Prova: qui arrivano gli avvisi dei casi urgenti' })
    expect(mail?.body.content).toContain('Elio Esposito')

    const late = await queue({ kind: 'desk_test', personId: elio.id, params: {} })
    await setForDesk({ deskMailbox: '' })
    await send(late)
    expect(await stored(late)).toMatchObject({ state: 'cancelled', failure: 'desk_mailbox_unset' })
    expect(await inbox(hana.entraId)).toHaveLength(1)
  })

  test('says nothing of its code, its text or an address in row and log', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await send(id)
    const kept = JSON.stringify([await stored(id), await db.select().from(auditEvents)])
    expect(kept).not.toContain(codeOf(id))
    expect(kept).not.toContain(writeCode(codeOf(id)))
    expect(kept).not.toContain(elio.userPrincipalName)
  })

  test('that is sent already is not sent again', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await send(id)
    await send(id)
    expect(await inbox(elio.entraId)).toHaveLength(1)
  })

  test('with a key that was used is not made a second time', async () => {
    const elio = await named('Elio')
    const once = { ...backupCheck(elio.id), onceKey: 'backup November' }
    await queue(once)
    await queue(once)
    expect(await db.$count(messages, eq(messages.onceKey, 'backup November'))).toBe(1)
  })

  test('that Microsoft refuses has failed, with the reason, and nobody got it', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await sendMessage(job, readerAccess(), { messageId: id, post })
    expect(await stored(id)).toMatchObject({ state: 'failed', failure: 'graph_refused', sentAt: null })
    expect(await outcomesOf(id)).toEqual(['message.started intended', 'message.ended failed'])
    expect(await inbox(elio.entraId)).toEqual([])
  })

  test('from a mailbox that is gone has failed', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    const gone = { ...post, sender: 'nobody@aurora-components.example' }
    await sendMessage(job, mailAccess(), { messageId: id, post: gone })
    expect(await stored(id)).toMatchObject({ state: 'failed', failure: 'message_mailbox_missing' })
  })

  test('that Microsoft asks to hold back waits as long as it asks, then goes once', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await fault({ fault: '429', match: { path: 'sendMail' }, retryAfterSeconds: 40 })
    await send(id)
    const waiting = await stored(id)
    expect(waiting).toMatchObject({ state: 'waiting', failure: 'graph_throttled' })
    const waitMs = waiting.sendAfter.getTime() - readClock().getTime()
    expect(waitMs).toBeGreaterThan(30_000)
    expect(waitMs).toBeLessThanOrEqual(40_000)
    await send(id)
    expect(await inbox(elio.entraId)).toEqual([])

    await db.execute('update graph_allowances set level = burst, share = 1, blocked_until = null')
    await runAt(addMinutes(readClock(), 2), () => send(id))
    expect(await stored(id)).toMatchObject({ state: 'sent', fence: 2, failure: null })
    expect(await inbox(elio.entraId)).toHaveLength(1)
  })

  test('for which no token is to be had was not begun, and is tried again by itself', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    const { AUTHORITY } = process.env
    forgetToken('mail')
    process.env.AUTHORITY = 'http://localhost:9/nobody/v2.0'
    await send(id).finally(() => {
      process.env.AUTHORITY = AUTHORITY
    })
    expect(await stored(id)).toMatchObject({ state: 'waiting', failure: 'graph_unavailable' })
    await runAt(addMinutes(readClock(), 2), () => send(id))
    expect(await stored(id)).toMatchObject({ state: 'sent' })
  })

  test('waits while Microsoft refuses the portal’s own credential, and goes once it is renewed', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    const { MAIL_CLIENT_SECRET } = process.env
    forgetToken('mail')
    process.env.MAIL_CLIENT_SECRET = 'expired'
    await send(id)
    expect(await stored(id)).toMatchObject({ state: 'waiting', failure: 'graph_credential_refused' })
    process.env.MAIL_CLIENT_SECRET = MAIL_CLIENT_SECRET
    await runAt(addMinutes(readClock(), 2), () => send(id))
    expect(await stored(id)).toMatchObject({ state: 'sent' })
  })

  test.each([
    ['the answer is lost after Microsoft took it', 'reset-after', 1],
    ['Microsoft’s gateway gives up', '504-after', 1],
    ['the line breaks before', 'reset-before', 0],
  ])('is uncertain when %s, and is not repeated', async (_why, kind, arrived) => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await fault({ fault: kind, match: { path: 'sendMail' } })
    await send(id)
    expect(await stored(id)).toMatchObject({ state: 'uncertain', failure: 'graph_unavailable' })
    await send(id)
    expect(await inbox(elio.entraId)).toHaveLength(arrived)
    expect(await outcomesOf(id)).toEqual(['message.started intended', 'message.ended uncertain'])
  })

  test('taken up by two at once goes once', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    await Promise.all([send(id), send(id), send(id)])
    expect(await inbox(elio.entraId)).toHaveLength(1)
    expect(await outcomesOf(id)).toHaveLength(2)
  })

  test('whose sender died on the way is uncertain when its time is up, and what it says later comes too late', async () => {
    const elio = await named('Elio')
    const id = await queue(backupCheck(elio.id))
    const started = await startMessage(job, { messageId: id })
    await loseMessages(job)
    expect((await stored(id)).state).toBe('sending')
    await runAt(addMinutes(readClock(), 5), () => loseMessages(job))
    expect(await stored(id)).toMatchObject({ state: 'uncertain', failure: 'message_lost' })

    const outcome = { result: 'sent', code: null, status: 202, graphRequestId: null, retryAt: null } as const
    const late = { messageId: id, fence: started!.fence, language: 'it', outcome }
    expect(await finishMessage(job, late)).toBe(false)
    expect((await stored(id)).state).toBe('uncertain')
  })
})

describe('what does not go', () => {
  test('a message that is a day old fails as old news, and says so in the log', async () => {
    const elio = await named('Elio')
    const swapless: NewMessage = { kind: 'case_opened', personId: elio.id, params: { caseId: elio.id } }
    const id = await runAt(addMinutes(readClock(), -25 * 60), () => queue(swapless))
    await send(id)
    expect(await stored(id)).toMatchObject({ state: 'failed', failure: 'message_stale', fence: 0 })
    expect(await outcomesOf(id)).toEqual(['message.ended failed'])
    expect(await inbox(elio.entraId)).toEqual([])
  })

  test('somebody who has left since is not written to', async () => {
    const nora = await named('Nora')
    const id = await queue(backupCheck(nora.id))
    await db.update(people).set({ leftAt: readClock() }).where(eq(people.id, nora.id))
    await send(id)
    expect(await stored(id)).toMatchObject({ state: 'cancelled', failure: 'message_unreachable' })
    expect(await inbox(nora.entraId)).toEqual([])
    await db.update(people).set({ leftAt: null }).where(eq(people.id, nora.id))
  })
})
