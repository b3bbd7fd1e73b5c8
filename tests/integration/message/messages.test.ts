import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { sessions } from '@/db/schema/sessions'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { decideMessage } from '@/lib/commands/message/decide-message'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { endOthersSession } from '@/lib/commands/session/end-others-session'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { addPeople } from '@/lib/commands/wave/add-people'
import { publishWave } from '@/lib/commands/wave/publish-wave'
import type { MessageState } from '@/lib/domain/message'
import { transact } from '@/lib/transact'
import { makePerson, personActor } from '@/tests/support/make'
import {
  eventTypes,
  makeMember,
  makePlanner,
  makeWave,
  makeWindow,
  outcomes,
} from '@/tests/support/make-wave'

const of = (personId: string) => db.select().from(messages).where(eq(messages.personId, personId))
const makeOwner = async () => personActor(await makePerson({ displayName: 'Olga Owner' }), ['owner'])

async function makeMessage(state: MessageState) {
  const { id: personId } = await makePerson()
  const actor = { kind: 'job', name: 'queue.sweep' } as const
  await transact(actor, async (work) => {
    work.permit('queue.sweep')
    work.unchanged()
    await queueMessage(work, { kind: 'backup_check', personId, params: {} })
  })
  await db.update(messages).set({ state, failure: 'graph_refused' }).where(eq(messages.personId, personId))
  return (await of(personId))[0]!
}

const stored = async (id: string) => (await db.select().from(messages).where(eq(messages.id, id)))[0]!

async function ready() {
  const wave = await makeWave()
  await makeWindow(wave.id)
  return { wave, member: await makeMember(wave.id) }
}

test('publishing a wave writes to everybody in it once, and to whoever comes in later', async () => {
  const { wave, member } = await ready()
  const planner = await makePlanner()
  await publishWave(planner, { waveId: wave.id })
  expect(await of(member.personId)).toMatchObject([
    { kind: 'invitation', state: 'waiting', params: { swapId: member.id } },
  ])
  const newcomer = await makePerson()
  await addPeople(planner, { waveId: wave.id, personIds: [newcomer.id], windowId: '' })
  expect(await of(newcomer.id)).toMatchObject([{ kind: 'invitation', state: 'waiting' }])
  expect(await of(member.personId)).toHaveLength(1)
})

test('a wave that cannot be published writes to nobody', async () => {
  const wave = await makeWave()
  const member = await makeMember(wave.id)
  const attempt = publishWave(await makePlanner(), { waveId: wave.id })
  await expect(attempt).rejects.toMatchObject({ code: 'wave_without_window' })
  expect(await of(member.personId)).toEqual([])
})

test('an Owner who announces moves some other way switches the mail off', async () => {
  const owner = await makeOwner()
  await changeSetting(owner, { name: 'announce' })
  const { wave, member } = await ready()
  await publishWave(await makePlanner(), { waveId: wave.id })
  expect(await of(member.personId)).toEqual([])
  await changeSetting(owner, { name: 'announce', value: 'yes' })
})

test('each job for a message is there if and only if the message is', async () => {
  const person = personActor(await makePerson())
  await openOwnCase(person, { problem: 'other' })
  const [message] = await of(person.personId)
  expect(message).toMatchObject({ kind: 'case_opened', state: 'waiting' })
  const [job] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from pgboss.job where name = 'message.send' and data ->> 'messageId' = ${message!.id}`,
  )
  expect(job?.count).toBe(1)
})

test('somebody whose session an Owner ended hears of it', async () => {
  const person = await makePerson()
  const at = new Date()
  const [session] = await db
    .insert(sessions)
    .values({
      secretHash: person.id,
      personId: person.id,
      entraTenantId: person.entraId,
      roles: ['employee'],
      app: 'portal',
      authenticatedAt: at,
      amr: [],
      acrs: [],
      startedAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
    })
    .returning()
  await endOthersSession(await makeOwner(), { sessionId: session!.id })
  expect(await of(person.id)).toMatchObject([
    { kind: 'security_notice', params: { what: 'sessions_ended', id: session!.id } },
  ])
})

test('an Owner sends again what failed, and the log says who decided', async () => {
  const message = await makeMessage('failed')
  await decideMessage(await makeOwner(), { messageId: message.id, decision: 'send' })
  expect(await stored(message.id)).toMatchObject({ state: 'waiting', failure: null })
  expect((await eventTypes()).at(-1)).toBe('message.decided')
})

test('an Owner says of what is uncertain that it arrived', async () => {
  const message = await makeMessage('uncertain')
  await decideMessage(await makeOwner(), { messageId: message.id, decision: 'arrived' })
  expect(await stored(message.id)).toMatchObject({ state: 'sent', failure: null })
})

test('nobody but an Owner decides: for everybody else there are no messages', async () => {
  const message = await makeMessage('failed')
  const attempt = decideMessage(await makePlanner(), { messageId: message.id, decision: 'send' })
  await expect(attempt).rejects.toMatchObject({ kind: 'not_found' })
  expect((await stored(message.id)).state).toBe('failed')
})

test('a message that needs no decision is refused, without a trace', async () => {
  const message = await makeMessage('sent')
  const owner = await makeOwner()
  const before = await eventTypes()
  await expect(decideMessage(owner, { messageId: message.id, decision: 'send' })).rejects.toMatchObject({
    code: 'message_not_stuck',
  })
  expect(await eventTypes()).toEqual(before)
})

test('of two Owners who decide at once, one does', async () => {
  const message = await makeMessage('uncertain')
  const owners = [await makeOwner(), await makeOwner()]
  const settled = await Promise.allSettled(
    owners.map((owner) => decideMessage(owner, { messageId: message.id, decision: 'send' })),
  )
  expect(outcomes(settled)).toEqual(['done', 'message_not_stuck'])
})
