import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { startMessage } from '@/lib/commands/message/start-message'
import { chooseLanguage } from '@/lib/commands/person/choose-language'
import { getCaller } from '@/lib/queries/caller'
import { findSignedIn } from '@/lib/queries/session'
import { makePerson, personActor } from '@/tests/support/make'
import { both, eventsAbout, makeAgent } from '@/tests/support/make-desk'
import { makeSession } from '@/tests/support/make-session'

const languageOf = async (id: string) =>
  (await db.select().from(people).where(eq(people.id, id)))[0]?.language

test('whoever switches the language is written to, signed in and called in it, before what the directory says', async () => {
  const person = await makePerson({ preferredLanguage: 'en-IE' })
  const actor = personActor(person)
  const session = await makeSession(person)
  expect((await findSignedIn(session.secretHash))?.preferredLanguage).toBe('en-IE')

  await chooseLanguage(actor, { language: 'it' })

  expect(await languageOf(person.id)).toBe('it')
  expect(await eventsAbout(person)).toEqual(['person.language_chosen'])
  expect((await findSignedIn(session.secretHash))?.preferredLanguage).toBe('it')
  expect((await getCaller(await makeAgent(), person.id)).language).toBe('it')
  await openOwnCase(actor, { problem: 'other' })
  const [message] = await db.select().from(messages).where(eq(messages.personId, person.id))
  const job = { kind: 'job', name: 'message.send' } as const
  expect((await startMessage(job, { messageId: message!.id }))?.preferredLanguage).toBe('it')
})

test('nobody chooses for somebody else: whoever is not there is not found, and others stay as they are', async () => {
  const bystander = await makePerson()
  const gone = { ...personActor(bystander), personId: '00000000-0000-4000-8000-000000000009' }
  await expect(chooseLanguage(gone, { language: 'it' })).rejects.toMatchObject({ kind: 'not_found' })
  await chooseLanguage(personActor(await makePerson()), { language: 'it' })
  expect(await languageOf(bystander.id)).toBeNull()
})

test('a language nobody speaks here is refused, and one that is chosen already leaves no trace', async () => {
  const person = await makePerson()
  const actor = personActor(person)
  await expect(chooseLanguage(actor, { language: 'fr' as never })).rejects.toMatchObject({ kind: 'invalid' })
  expect(await eventsAbout(person)).toEqual([])
  await chooseLanguage(actor, { language: 'en' })
  await chooseLanguage(actor, { language: 'en' })
  expect(await eventsAbout(person)).toEqual(['person.language_chosen'])
})

test('two tabs at once: it is chosen once, and the log says so once', async () => {
  const person = await makePerson()
  const actor = personActor(person)
  await both([chooseLanguage(actor, { language: 'it' }), chooseLanguage(actor, { language: 'it' })])
  expect(await languageOf(person.id)).toBe('it')
  expect(await eventsAbout(person)).toEqual(['person.language_chosen'])
})
