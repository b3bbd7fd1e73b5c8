import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'
import { parseId } from '@/lib/parse'
import { requireAuditor } from './audit'

/** Somebody the log may speak of; without a name when the directory never held them. */
export type AuditPerson = { oid: string; name: string | null }

/** @throws {AppError} not_found — no object id, or not an Auditor */
export async function getAuditPerson(actor: PersonActor, oid: string): Promise<AuditPerson> {
  requireAuditor(actor)
  const [person] = await db
    .select({ name: people.displayName })
    .from(people)
    .where(eq(people.entraId, parseId(oid)))
  return { oid: oid.toLowerCase(), name: person?.name ?? null }
}
