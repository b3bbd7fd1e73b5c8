import { randomUUID } from 'node:crypto'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import type { PersonActor, Role } from '@/lib/domain/actor'

type Person = typeof people.$inferSelect

let count = 0

/** Somebody of the directory. */
export async function makePerson(wanted: Partial<typeof people.$inferInsert> = {}): Promise<Person> {
  count += 1
  const [person] = await db
    .insert(people)
    .values({
      entraId: randomUUID(),
      userPrincipalName: `person.${count}.${randomUUID().slice(0, 8)}@example.com`,
      displayName: `Person ${count}`,
      seenAt: new Date('2026-11-01T08:00:00Z'),
      ...wanted,
    })
    .returning()
  return person!
}

/** The person, signed in a moment ago, in these roles besides employee. */
export function personActor(
  person: Pick<Person, 'id' | 'entraId'>,
  roles: readonly Role[] = [],
): PersonActor {
  return {
    kind: 'person',
    personId: person.id,
    entraId: person.entraId,
    entraTenantId: '11111111-1111-4111-8111-111111111111',
    roles: ['employee', ...roles],
    sessionId: randomUUID(),
    authenticatedAt: new Date(),
    amr: ['pwd', 'mfa'],
    acrs: [],
    addressHash: null,
    browserHash: null,
  }
}
