import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { cases, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { resets } from '@/db/schema/resets'
import { swaps } from '@/db/schema/swaps'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import {
  type CaseReason,
  type CaseStage,
  caseName,
  caseReasonIn,
  caseStage,
  caseStateIn,
} from '@/lib/domain/case'
import type { SwapState } from '@/lib/domain/swap'
import { swapStates } from '@/lib/domain/swap'
import { readVerification } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parseId } from '@/lib/parse'
import { decodeCursor, encodeCursor } from './cursor'
import { requireDeskStaff } from './desk-staff'

/** A case as the queue shows it. */
export type CaseRow = {
  id: string
  /** `C-0042`. */
  name: string
  stage: CaseStage
  /** Goes before all others: somebody else may be at work on the account. */
  isUrgent: boolean
  reason: CaseReason
  /** Code of how it ended; null while open. */
  closedWhy: string | null
  openedAt: string
  closedAt: string | null
  person: { id: string; name: string; site: string | null }
  agent: { name: string; isYou: boolean } | null
  /** Where the person's move stands; null when nobody moves them. */
  swapState: SwapState | null
}

export type CasePage = { cases: CaseRow[]; next: string | null; counts: { open: number; closed: number } }

const pageSize = 50
const agents = alias(people, 'agents')

/**
 * Open cases, urgent ones first and then whoever waits longest, or closed ones, latest first; 50 to a page.
 *
 * @param after `next` of the page before; malformed: the first page
 * @throws {AppError} not_found — for the desk only
 */
export async function listCases(
  actor: PersonActor,
  { which, after }: { which: 'open' | 'closed'; after?: string | null },
): Promise<CasePage> {
  requireDeskStaff(actor)
  const rows = await selectCases(and(ofSide(which), isBeyond(which, after)), which)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    cases: shown.map((row) => caseRow(row, actor)),
    next: last ? encodeCursor(keyOf(last.found, which)) : null,
    counts: await countCases(),
  }
}

/** A person's cases, latest first, ten at most. @throws {AppError} not_found — for the desk only */
export async function listCasesOf(actor: PersonActor, personId: string): Promise<CaseRow[]> {
  requireDeskStaff(actor)
  const rows = await selectCases(eq(cases.personId, personId), 'latest')
  return rows.slice(0, 10).map((row) => caseRow(row, actor))
}

/** One case as the queue shows it. @throws {AppError} not_found — absent, or not for this actor */
export async function getCaseRow(actor: PersonActor, caseId: string): Promise<CaseRow> {
  requireDeskStaff(actor)
  const [row] = await selectCases(eq(cases.id, parseId(caseId)), 'latest')
  if (!row) throw new AppError('not_found', 'not_found')
  return caseRow(row, actor)
}

function ofSide(which: 'open' | 'closed'): SQL {
  return which === 'open' ? isNull(cases.closedAt) : isNotNull(cases.closedAt)
}

function isBeyond(which: 'open' | 'closed', after: string | null | undefined): SQL | undefined {
  const [urgency, at, id] = decodeCursor(after, 3) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)) || !isUuid(id)) return undefined
  return which === 'open'
    ? sql`(${cases.urgentAt} is null, ${cases.openedAt}, ${cases.id})
        > (${urgency !== 'urgent'}, ${at}::timestamptz, ${id}::uuid)`
    : sql`(${cases.closedAt}, ${cases.id}) < (${at}::timestamptz, ${id}::uuid)`
}

function isUuid(text: string): boolean {
  return /^[0-9a-f-]{36}$/i.test(text)
}

function keyOf({ id, urgentAt, openedAt, closedAt }: typeof cases.$inferSelect, which: 'open' | 'closed') {
  const at = which === 'open' ? openedAt : (closedAt ?? openedAt)
  return [urgentAt ? 'urgent' : '', at.toISOString(), id]
}

async function selectCases(where: SQL | undefined, order: 'open' | 'closed' | 'latest') {
  const orders = {
    open: [sql`(${cases.urgentAt} is null)`, asc(cases.openedAt), asc(cases.id)],
    closed: [desc(cases.closedAt), desc(cases.id)],
    latest: [desc(cases.openedAt), desc(cases.id)],
  }
  return db
    .select({
      found: cases,
      person: { id: people.id, name: people.displayName, site: people.site },
      agent: { id: agents.id, name: agents.displayName },
      swapState: swaps.state,
      verification: verifications,
      resetId: resets.id,
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .leftJoin(agents, eq(agents.id, cases.agentId))
    .leftJoin(swaps, eq(swaps.id, cases.swapId))
    .leftJoin(verifications, and(eq(verifications.caseId, cases.id), isNull(verifications.endedAt)))
    .leftJoin(resets, and(eq(resets.caseId, cases.id), isNull(resets.endedAt)))
    .where(where)
    .orderBy(...orders[order])
    .limit(pageSize + 1)
}

type Selected = Awaited<ReturnType<typeof selectCases>>[number]

function caseRow(row: Selected, actor: PersonActor): CaseRow {
  const { found, person, agent, swapState, verification, resetId } = row
  return {
    id: found.id,
    name: caseName(found.number),
    stage: caseStage(caseStateIn(found.state), {
      verification: verification && readVerification(verification, readClock()),
      hasOpenReset: resetId !== null,
    }),
    isUrgent: found.urgentAt !== null && found.closedAt === null,
    reason: caseReasonIn(found.reason),
    closedWhy: found.closedWhy,
    openedAt: found.openedAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
    person,
    agent: agent && { name: agent.name, isYou: agent.id === actor.personId },
    swapState: swapStates.find((state) => state === swapState) ?? null,
  }
}

async function countCases(): Promise<CasePage['counts']> {
  const [row] = await db
    .select({
      open: sql<number>`count(*) filter (where ${cases.closedAt} is null)::int`,
      closed: sql<number>`count(*) filter (where ${cases.closedAt} is not null)::int`,
    })
    .from(cases)
  return row ?? { open: 0, closed: 0 }
}
