import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'
import { swaps } from './swaps'

/** One row per call for help: opened by an agent, or by the person in one tap. Never deleted. */
export const cases = pgTable(
  'cases',
  {
    id: rowId(),
    /** What people say on the phone: `C-0042`. */
    number: integer().notNull().generatedAlwaysAsIdentity(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    swapId: uuid().references(() => swaps.id, { onDelete: 'restrict' }),
    /** lib/domain/case.ts, as are `state` and `closedWhy`. */
    reason: text().notNull(),
    state: text().notNull(),
    agentId: uuid().references(() => people.id, { onDelete: 'restrict' }),
    openedById: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    ticket: text(),
    /** Since when it goes before all others, and why: `stolen` or `not_me`. */
    urgentAt: instant(),
    urgentWhy: text(),
    /** Where the person was: step, level reached, last failure. Codes and counts only. */
    context: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    closedWhy: text(),
  },
  (table) => [
    uniqueIndex('cases_one_per_number').on(table.number),
    uniqueIndex('cases_one_open_per_person').on(table.personId).where(sql`${table.closedAt} is null`),
    index('cases_by_state').on(table.state, table.openedAt, table.id),
    index('cases_open_urgent_first')
      .on(sql`(${table.urgentAt} is null)`, table.openedAt, table.id)
      .where(sql`${table.closedAt} is null`),
  ],
)

/** One row per attempt to find out that a caller is who they say. Ends verified, failed, refused or expired. */
export const verifications = pgTable(
  'verifications',
  {
    id: rowId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: 'restrict' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    agentId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    startedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** When the evidence was enough; from then on it holds for a while (lib/domain/verification.ts). */
    verifiedAt: instant(),
    endedAt: instant(),
    /** `refused`, `failed` or `expired`; null while open. */
    endedWhy: text(),
    /** What the agent chose as the reason, or `answered_no`. */
    endedReason: text(),
    /** Two words both sides read to each other; worthless after the verification. */
    phrase: text().notNull(),
  },
  (table) => [
    index('verifications_by_case').on(table.caseId, table.startedAt),
    index('verifications_by_person').on(table.personId, table.startedAt),
    uniqueIndex('verifications_one_open_per_case').on(table.caseId).where(sql`${table.endedAt} is null`),
    check('verifications_not_of_oneself', sql`${table.agentId} <> ${table.personId}`),
  ],
)

/** One row per piece of evidence in a verification. The outcome only, never a document. Never changed. */
export const verificationEvidence = pgTable(
  'verification_evidence',
  {
    id: rowId(),
    verificationId: uuid()
      .notNull()
      .references(() => verifications.id, { onDelete: 'restrict' }),
    /** lib/domain/verification.ts; there is no kind for a knowledge question. */
    kind: text().notNull(),
    /** Whether this system saw it happen, rather than being told. */
    isObserved: boolean().notNull(),
    byId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: instant().notNull(),
  },
  (table) => [
    uniqueIndex('verification_evidence_one_per_kind').on(table.verificationId, table.kind),
    check(
      'verification_evidence_kind_known',
      sql`${table.kind} in ('manager_confirmation', 'own_session', 'directory_callback', 'in_person_id')`,
    ),
  ],
)

/** One row per question put to somebody else: "is this your colleague?". Answered in their own signed-in portal. */
export const confirmations = pgTable(
  'confirmations',
  {
    id: rowId(),
    verificationId: uuid()
      .notNull()
      .references(() => verifications.id, { onDelete: 'restrict' }),
    /** `manager_confirmation` asks the manager, `own_session` the person's own signed-in browser. */
    kind: text().notNull(),
    askedId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    askedAt: instant().notNull(),
    answeredAt: instant(),
    answer: text(),
  },
  (table) => [
    uniqueIndex('confirmations_one_per_kind').on(table.verificationId, table.kind),
    index('confirmations_by_asked').on(table.askedId, table.askedAt),
    check('confirmations_answer_known', sql`${table.answer} in ('yes', 'no')`),
  ],
)
