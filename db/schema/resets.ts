import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { SeenMethod } from '@/lib/domain/method'
import { instant, rowId } from './columns'
import { cases, verifications } from './desk'
import { people } from './people'

/** One row per reset asked for: a plan whose steps are in `reset_steps`. Never deleted. */
export const resets = pgTable(
  'resets',
  {
    id: rowId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: 'restrict' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    verificationId: uuid()
      .notNull()
      .references(() => verifications.id, { onDelete: 'restrict' }),
    requestedById: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    requestedAt: instant().notNull(),
    /** Null while any step is left. */
    endedAt: instant(),
    /** `done` or `stopped`. */
    endedWhy: text(),
  },
  (table) => [
    uniqueIndex('resets_one_open_per_person').on(table.personId).where(sql`${table.endedAt} is null`),
    check('resets_not_of_oneself', sql`${table.requestedById} <> ${table.personId}`),
    index('resets_by_case').on(table.caseId),
  ],
)

/** One row per step of a reset, in the order it must go. What is known about each effect at Microsoft. */
export const resetSteps = pgTable(
  'reset_steps',
  {
    id: rowId(),
    resetId: uuid()
      .notNull()
      .references(() => resets.id, { onDelete: 'restrict' }),
    position: integer().notNull(),
    /** `remove_method` or `revoke_sessions`. */
    kind: text().notNull(),
    entraMethodId: text(),
    methodKind: text(),
    methodName: text(),
    /** lib/domain/reset-step.ts: ready, running, uncertain, done, skipped. */
    state: text().notNull(),
    /** Rises with every start; an outcome with an older one comes too late. */
    fence: integer().notNull().default(0),
    leaseUntil: instant(),
    startedAt: instant(),
    endedAt: instant(),
    /** Why Microsoft said no, or why nothing is known: a code with a sentence. Null once done. */
    failure: text(),
    /** When Microsoft allows another try, where it asked to wait. */
    retryAt: instant(),
    graphRequestId: text(),
    clientRequestId: uuid(),
  },
  (table) => [
    uniqueIndex('reset_steps_one_per_position').on(table.resetId, table.position),
    index('reset_steps_by_lease').on(table.leaseUntil).where(sql`${table.state} = 'running'`),
  ],
)

/**
 * One row per question "may this account be touched now?", asked of Microsoft by the worker: when a reset is
 * planned, and again immediately before every write. Good for a minute. No answer is a no.
 */
export const clearances = pgTable(
  'clearances',
  {
    id: rowId(),
    caseId: uuid()
      .notNull()
      .references(() => cases.id, { onDelete: 'restrict' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** The step it was asked for; null when asked to plan. */
    stepId: uuid().references(() => resetSteps.id, { onDelete: 'restrict' }),
    askedById: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    askedAt: instant().notNull(),
    answeredAt: instant(),
    /** Why the account may not be touched (lib/domain/privilege.ts). Null: nothing stands against it. */
    refusal: text(),
    /** Every registration that was live when it was answered. */
    methods: jsonb().$type<SeenMethod[]>(),
    /** Why Microsoft could not be asked: a code with a sentence. Then there is no answer, which is a no. */
    failure: text(),
    /** Whether Conditional Access guarded "Register security information" when it was answered. */
    isRegistrationGuarded: boolean(),
  },
  (table) => [
    index('clearances_by_case').on(table.caseId, table.askedAt),
    index('clearances_by_step').on(table.stepId, table.askedAt),
  ],
)
