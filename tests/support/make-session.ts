import { randomUUID } from 'node:crypto'
import { db } from '@/db/client'
import { sessions } from '@/db/schema/sessions'
import { addMinutes } from '@/lib/clock'

/** A live session of somebody, with a token in it. */
export async function makeSession(
  person: { id: string },
  wanted: Partial<typeof sessions.$inferInsert> = {},
): Promise<typeof sessions.$inferSelect> {
  const now = new Date()
  const [row] = await db
    .insert(sessions)
    .values({
      secretHash: randomUUID(),
      personId: person.id,
      entraTenantId: randomUUID(),
      roles: ['employee'],
      app: 'portal',
      authenticatedAt: now,
      amr: [],
      acrs: [],
      startedAt: now,
      lastSeenAt: now,
      expiresAt: addMinutes(now, 480),
      selfToken: 'sealed',
      ...wanted,
    })
    .returning()
  return row!
}
