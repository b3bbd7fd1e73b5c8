import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'

/** An open call for help, as the person who needs it sees it. */
export type OwnCaseView = { number: number; openedAt: string; isUrgent: boolean }

/** The actor's own open case, or null. */
export async function findOwnCase({ personId }: PersonActor): Promise<OwnCaseView | null> {
  const [row] = await db
    .select()
    .from(cases)
    .where(and(eq(cases.personId, personId), isNull(cases.closedAt)))
  return row
    ? { number: row.number, openedAt: row.openedAt.toISOString(), isUrgent: row.urgentAt !== null }
    : null
}
