import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { caseReferences } from '@/db/schema/references'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { type CaseReason, caseReasonIn } from '@/lib/domain/case'
import { referenceIn, referencesMax } from '@/lib/domain/reference'
import { type TopicCode, topicIn } from '@/lib/domain/topic'
import { requireDeskStaff } from './desk-staff'

/** A reference as the desk sees it: what happened, and nothing about who it is. */
export type ReferenceView = {
  code: string
  problem: CaseReason
  topic: TopicCode | null
  language: string
  givenAt: string
  expiresAt: string
  isLinked: boolean
}

/**
 * References that wait for a call, the newest first, 20 and one more to say that there are others.
 *
 * @throws {AppError} not_found — for the desk only
 */
export async function listReferences(actor: PersonActor): Promise<ReferenceView[]> {
  requireDeskStaff(actor)
  const rows = await db
    .select()
    .from(caseReferences)
    .where(and(isNull(caseReferences.caseId), gt(caseReferences.expiresAt, readClock())))
    .orderBy(desc(caseReferences.givenAt), desc(caseReferences.id))
    .limit(referencesMax + 1)
  return rows.map(referenceView)
}

/** The reference in what an agent typed, null where it is none or has expired. @throws {AppError} not_found — for the desk only */
export async function findReference(actor: PersonActor, typed: string): Promise<ReferenceView | null> {
  requireDeskStaff(actor)
  const code = referenceIn(typed)
  if (!code) return null
  const [row] = await db.select().from(caseReferences).where(eq(caseReferences.code, code))
  return row && (row.caseId || row.expiresAt > readClock()) ? referenceView(row) : null
}

/** The references of a case, the newest first. @throws {AppError} not_found — for the desk only */
export async function listReferencesOf(actor: PersonActor, caseId: string): Promise<ReferenceView[]> {
  requireDeskStaff(actor)
  const rows = await db
    .select()
    .from(caseReferences)
    .where(eq(caseReferences.caseId, caseId))
    .orderBy(desc(caseReferences.givenAt))
    .limit(referencesMax)
  return rows.map(referenceView)
}

function referenceView(row: typeof caseReferences.$inferSelect): ReferenceView {
  return {
    code: row.code,
    problem: caseReasonIn(row.problem),
    topic: topicIn(row.topic),
    language: row.language,
    givenAt: row.givenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    isLinked: row.caseId !== null,
  }
}
