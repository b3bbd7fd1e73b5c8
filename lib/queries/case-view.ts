import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { resets } from '@/db/schema/resets'
import { swaps } from '@/db/schema/swaps'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { caseNumberIn, closeCaseRefusal, takeRefusal } from '@/lib/domain/case'
import { freezeRefusal, unfreezeRefusal } from '@/lib/domain/freeze'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { type CallerView, getCaller, versionOfCaller } from './caller'
import { type CaseRow, getCaseRow } from './cases'
import { deskRefusal } from './desk-refusal'
import { requireDeskStaff } from './desk-staff'
import { listReferencesOf, type ReferenceView } from './references'
import type { PlanView } from './reset-plan'
import type { ResetView } from './resets'
import { findVerification, type VerificationView } from './verifications'

/** A case with everything an agent decides on. */
export type CaseView = {
  row: CaseRow
  caller: CallerView
  ticket: string | null
  /** Who opened it: the person, or an agent. */
  openedBy: { name: string; isPerson: boolean }
  /** Where the person was when they asked; codes and counts. */
  context: Record<string, string | number | boolean | null>
  verification: VerificationView | null
  /** Why it goes before all others; null when it does not. */
  urgentWhy: string | null
  /** Since when the person's move stands still, and why; null when it moves. */
  freeze: { at: string; why: string } | null
  /** What the caller took along from the page for the locked-out. */
  references: ReferenceView[]
  /** Why each thing cannot be done now, or null when it can. */
  refusals: Record<'take' | 'close' | 'verify' | 'freeze' | 'unfreeze' | 'link', MessageCode | null>
}

const openers = alias(people, 'openers')
const managers = alias(people, 'managers')

/**
 * @param caseId or what people say and type, `C-0042`
 * @throws {AppError} not_found — absent, or not for this actor
 */
export async function getCase(actor: PersonActor, caseId: string): Promise<CaseView> {
  requireDeskStaff(actor)
  const number = caseNumberIn(caseId)
  const [row] = await db
    .select({ found: cases, person: people, manager: managers, openedBy: openers.displayName })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .innerJoin(openers, eq(openers.id, cases.openedById))
    .leftJoin(managers, eq(managers.id, people.managerId))
    .where(number === null ? eq(cases.id, parseId(caseId)) : eq(cases.number, number))
  if (!row) throw new AppError('not_found', 'not_found')
  const { found, person, manager, openedBy } = row
  const caller = await getCaller(actor, person.id)
  const verification = await findVerification(actor, found.id, { person, manager })
  const swap = await findOpenSwap(person.id)

  return {
    row: await getCaseRow(actor, found.id),
    caller,
    ticket: found.ticket,
    openedBy: { name: openedBy, isPerson: found.openedById === found.personId },
    context: found.context,
    verification,
    urgentWhy: found.urgentWhy,
    freeze: swap?.frozenAt ? { at: swap.frozenAt.toISOString(), why: swap.frozenWhy ?? '' } : null,
    references: await listReferencesOf(actor, found.id),
    refusals: {
      ...(await readRefusals(actor, found, verification)),
      ...freezeRefusals(actor, found, { swap, verification }),
    },
  }
}

async function findOpenSwap(personId: string) {
  const [swap] = await db
    .select()
    .from(swaps)
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
  return swap ?? null
}

type Frozen = { swap: typeof swaps.$inferSelect | null; verification: VerificationView | null }

function freezeRefusals(
  actor: PersonActor,
  found: typeof cases.$inferSelect,
  { swap, verification }: Frozen,
): Pick<CaseView['refusals'], 'freeze' | 'unfreeze'> {
  const now = readClock()
  const isCaseClosed = found.state === 'closed'
  const locked = verification?.state === 'verified' ? null : 'not_verified'
  return {
    freeze: deskRefusal(actor, now, 'swap.freeze', found) ?? freezeRefusal(swap, { isCaseClosed }),
    unfreeze:
      deskRefusal(actor, now, 'swap.unfreeze', found) ?? unfreezeRefusal(swap, { isCaseClosed, locked }),
  }
}

async function readRefusals(
  actor: PersonActor,
  found: typeof cases.$inferSelect,
  verification: VerificationView | null,
): Promise<Pick<CaseView['refusals'], 'take' | 'close' | 'verify' | 'link'>> {
  const now = readClock()
  const may = (permission: 'case.take' | 'case.close' | 'verification.start' | 'reference.link') =>
    deskRefusal(actor, now, permission, found)
  const isUnderWay = verification?.state === 'gathering' || verification?.state === 'verified'
  const hasOpenReset = listHasOpen(await db.select().from(resets).where(eq(resets.caseId, found.id)))
  return {
    take: may('case.take') ?? takeRefusal(found, actor.personId),
    close: may('case.close') ?? closeCaseRefusal(found, { hasOpenReset }),
    link: may('reference.link') ?? (found.state === 'closed' ? 'case_closed' : null),
    verify:
      may('verification.start') ??
      (found.state === 'closed' ? 'case_closed' : null) ??
      (isUnderWay ? 'verification_open' : null),
  }
}

function listHasOpen(rows: readonly (typeof resets.$inferSelect)[]): boolean {
  return rows.some(({ endedAt }) => endedAt === null)
}

/** Differs when something about the case that changes while one looks has changed; a reset's steps look after themselves. */
export function versionOfCase(
  { row, caller, verification, refusals, references }: CaseView,
  { plan, reset }: { plan: PlanView; reset: ResetView | null },
): string {
  return [
    row.stage,
    row.agent?.name,
    verification?.id,
    verification?.state,
    verification?.options.map(({ given, asked }) => [given?.at, asked?.at, asked?.answer].join()).join(),
    Object.values(refusals).join(),
    row.isUrgent,
    references.map(({ code }) => code).join(),
    plan.locked,
    plan.isAsking,
    plan.answeredAt,
    plan.refusal,
    reset?.id,
    reset?.endedAt,
    versionOfCaller(caller),
  ].join('|')
}
