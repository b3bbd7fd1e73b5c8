import { and, asc, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { methods } from '@/db/schema/methods'
import type { PersonActor } from '@/lib/domain/actor'
import { isMfaCapable } from '@/lib/domain/method'
import { methodView } from '@/lib/queries/method-views'
import type { MethodView } from '@/lib/queries/my-swap'

export type MyMethodView = MethodView & { lastSeenAt: string; lastUsedAt: string | null }

/** The actor's own registrations as Microsoft last showed them, oldest first; empty before the first look. */
export async function listMyMethods({ personId }: PersonActor): Promise<MyMethodView[]> {
  const rows = await db
    .select()
    .from(methods)
    .where(and(eq(methods.personId, personId), isNull(methods.goneAt)))
    .orderBy(asc(methods.firstSeenAt), asc(methods.id))
  return rows.filter(isMfaCapable).map((row) => ({
    ...methodView({ ...row, id: row.entraMethodId }, null),
    lastSeenAt: row.lastSeenAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  }))
}
