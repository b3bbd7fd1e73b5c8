import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { readings } from './methods'
import { people } from './people'
import { waves, windows } from './waves'

/**
 * One row per move of one person from old device(s) to a new one. Made when somebody is added to a wave;
 * never deleted. `state` is written by the rule `advance` alone (lib/domain/swap.ts).
 */
export const swaps = pgTable(
  'swaps',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'restrict' }),
    windowId: uuid().references(() => windows.id, { onDelete: 'restrict' }),
    state: text().notNull(),
    stateSince: instant().notNull(),
    /** `ios` or `android`, null until known. */
    oldPlatform: text(),
    newPlatform: text(),
    /** `ios_keychain`, `ios_legacy`, `android`; null until the person says. */
    backupModel: text(),
    /** `same` or `new`; null until the person says. */
    number: text(),
    /** Whether the old phone is still in the person's hands; null until they say. */
    hasOldPhone: boolean(),
    /** Where the person reads this: `computer`, `old_phone`, `new_phone`; null until they say. */
    screen: text(),
    note: text(),
    /** How often the person has left a slot for another one. */
    slotMoves: integer().notNull().default(0),
    /** Rises with every change of the slot, whoever makes it; the SEQUENCE of its calendar entry. */
    slotSequence: integer().notNull().default(0),
    /** Null while there never was a slot, or only the first one. */
    slotChangedAt: instant(),
    /** Who may act for the person on the day, as the planner's file says or the person does. */
    delegateId: uuid().references(() => people.id, { onDelete: 'restrict' }),
    /** What Microsoft showed before anything changed. */
    baselineId: uuid().references(() => readings.id, { onDelete: 'restrict' }),
    /** Since when the gate has said safe without a break; null while it does not. */
    safeAt: instant(),
    /** When the old phone was handed in and signed for; null before, and where it is not handed in. */
    returnedAt: instant(),
    /** Since when nothing about this move may go on, and why (lib/domain/freeze.ts). */
    frozenAt: instant(),
    frozenWhy: text(),
    /** When the desk last let it go on: no sign-in of before counts as a proof any more. */
    unfrozenAt: instant(),
    createdAt: instant().notNull(),
    closedAt: instant(),
    closedWhy: text(),
  },
  (table) => [
    uniqueIndex('swaps_one_open_per_person').on(table.personId).where(sql`${table.closedAt} is null`),
    index('swaps_by_wave').on(table.waveId, table.state, table.id),
    index('swaps_by_window').on(table.windowId),
    index('swaps_by_delegate').on(table.delegateId).where(sql`${table.delegateId} is not null`),
    index('swaps_safe')
      .on(table.safeAt)
      .where(sql`${table.closedAt} is null and ${table.safeAt} is not null`),
    check('swaps_slot_counts', sql`${table.slotMoves} >= 0 and ${table.slotSequence} >= ${table.slotMoves}`),
    check('swaps_frozen_for_a_reason', sql`(${table.frozenAt} is null) = (${table.frozenWhy} is null)`),
  ],
)

/** One row per registration of the baseline: whose it is, as the person says. */
export const swapEntries = pgTable(
  'swap_entries',
  {
    id: rowId(),
    swapId: uuid()
      .notNull()
      .references(() => swaps.id, { onDelete: 'restrict' }),
    entraMethodId: text().notNull(),
    /** `old_phone`, `kept_device`, `new_phone` (registered before the portal was opened) or `unknown`. */
    owner: text().notNull(),
    assignedAt: instant(),
  },
  (table) => [uniqueIndex('swap_entries_one_per_method').on(table.swapId, table.entraMethodId)],
)

/**
 * One row per thing a person said or did that a level of the gate rests on and that is not a reading or a
 * sign-in: attestations, the agreed second way in, the guide edition shown. Never changed.
 */
export const swapEvidence = pgTable(
  'swap_evidence',
  {
    id: rowId(),
    swapId: uuid()
      .notNull()
      .references(() => swaps.id, { onDelete: 'restrict' }),
    /** lib/domain/evidence.ts */
    kind: text().notNull(),
    at: instant().notNull(),
    /** Counts and codes only; never a name the person typed. */
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [
    index('swap_evidence_by_swap').on(table.swapId, table.at),
    // Which text somebody had before them is said once.
    uniqueIndex('swap_evidence_edition_once')
      .on(table.swapId, sql`(${table.detail} ->> 'edition')`, sql`(${table.detail} ->> 'note')`)
      .where(sql`${table.kind} = 'edition_shown'`),
  ],
)
