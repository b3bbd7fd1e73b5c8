import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { lockPerson } from '@/lib/commands/case/lock-person'
import type { PersonActor } from '@/lib/domain/actor'
import { mailLanguages } from '@/lib/domain/settings'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({ language: z.enum(mailLanguages, 'choose_one') })

/** The person switches the portal's language while signed in: from now on their mail is written in it as well. */
export async function chooseLanguage(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { language } = parse(Input, input)
  await transact(actor, async ({ tx, permit, record, unchanged }) => {
    const person = await lockPerson(tx, actor, actor.personId)
    permit('person.choose_language', person)
    if (person.language === language) return unchanged()
    await tx.update(people).set({ language }).where(eq(people.id, person.id))
    record(
      'person.language_chosen',
      { kind: 'person', id: person.id, oid: person.entraId },
      { detail: { language } },
    )
  })
}
