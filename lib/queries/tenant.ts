import { desc, isNotNull } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { examinations } from '@/db/schema/tenant'
import { type Actor, is, type PersonActor } from '@/lib/domain/actor'
import type { AllowedMethods } from '@/lib/domain/allowed-methods'
import type { Finding } from '@/lib/domain/findings'
import { type TenantDemands, unknownDemands } from '@/lib/domain/tenant-demands'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'

/** What the last examination of the tenant found. */
export type ExaminationView = { at: string; failure: MessageCode | null; findings: Finding[] }

/**
 * The last examination, or null before the first. For planners and owners.
 *
 * @throws {AppError} not_found — nobody else sees it
 */
export async function findExamination(actor: Actor): Promise<ExaminationView | null> {
  if (!is(actor, 'planner') && !is(actor, 'owner')) throw new AppError('not_found', 'not_found')
  const [row] = await db.select().from(examinations).orderBy(desc(examinations.at)).limit(1)
  return row
    ? { at: row.at.toISOString(), failure: row.failure as MessageCode | null, findings: row.findings }
    : null
}

/** What the tenant lets people register, and when Microsoft showed it. */
export type AllowedView = { at: string; allowed: AllowedMethods }

/** The last time the policy could be read, or null while it never was. For everybody who is signed in: it is about nobody. */
export async function findAllowedMethods(_actor: PersonActor): Promise<AllowedView | null> {
  const [row] = await db
    .select()
    .from(examinations)
    .where(isNotNull(examinations.allowed))
    .orderBy(desc(examinations.at))
    .limit(1)
  return row?.allowed ? { at: row.at.toISOString(), allowed: row.allowed } : null
}

/** What the tenant asked of phones and sign-ins when it was last examined. For rules, so for every actor. */
export async function readTenantDemands(reader: Database | Tx = db): Promise<TenantDemands> {
  const [row] = await reader
    .select({ demands: examinations.demands })
    .from(examinations)
    .where(isNotNull(examinations.demands))
    .orderBy(desc(examinations.at))
    .limit(1)
  return row?.demands ?? unknownDemands
}
