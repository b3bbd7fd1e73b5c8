import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'
import { swaps } from './swaps'

/**
 * One row per phone or tablet of a person. Made when they describe their move, say whose a registration is, or
 * add one by hand. One that only an answer made goes when the answer changes; every other stays. At most one holds
 * the backup of an account.
 */
export const devices = pgTable(
  'devices',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** The move it takes part in, and as which: `old` or `new`. Both null for a device that merely stays. */
    swapId: uuid().references(() => swaps.id, { onDelete: 'restrict' }),
    part: text(),
    /** What its owner calls it; null until they do. */
    name: text(),
    /** `ios` or `android`; null until somebody says. */
    platform: text(),
    /** `iPhone 12`, as its owner says; null until they do. */
    model: text(),
    /** `phone` or `tablet`. */
    kind: text().notNull(),
    /** lib/domain/device.ts, as is `state`. */
    role: text().notNull().default('none'),
    /** Which backup, in a word its owner chose: empty while they have only one. Never an address. */
    backupAccount: text().notNull().default(''),
    state: text().notNull(),
    stateSince: instant().notNull(),
    /** Of `passcode`, `biometrics`, `find_my`: what its owner said protects it, and when they said so. */
    protections: text().array().notNull().default([]),
    protectedAt: instant(),
    createdAt: instant().notNull(),
  },
  (table) => [
    index('devices_by_person').on(table.personId, table.createdAt),
    uniqueIndex('devices_one_per_part').on(table.swapId, table.part),
    uniqueIndex('devices_one_primary_per_account')
      .on(table.personId, sql`lower(${table.backupAccount})`)
      .where(sql`${table.role} = 'primary'`),
    check('devices_part_of_swap', sql`(${table.swapId} is null) = (${table.part} is null)`),
    check('devices_primary_in_use', sql`${table.role} <> 'primary' or ${table.state} in ('active', 'old')`),
  ],
)

/** One row per registration whose device is known. Goes when the person says that it is on none of them. */
export const deviceMethods = pgTable(
  'device_methods',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    deviceId: uuid()
      .notNull()
      .references(() => devices.id, { onDelete: 'restrict' }),
    entraMethodId: text().notNull(),
    /** `attested`: the person said so. `seen`: it appeared at Microsoft during a move to this device. */
    known: text().notNull(),
    linkedAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('device_methods_one_per_method').on(table.personId, table.entraMethodId),
    index('device_methods_by_device').on(table.deviceId),
  ],
)

/** One row per time somebody said how the backup of a device stands. Never changed. */
export const backupAttestations = pgTable(
  'backup_attestations',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    deviceId: uuid()
      .notNull()
      .references(() => devices.id, { onDelete: 'restrict' }),
    /** `ios_keychain`, `ios_legacy` or `android`. */
    model: text().notNull(),
    /** False: this device makes no backup. */
    isOn: boolean().notNull(),
    /** `ios_keychain`: which switches are on. Empty for the others. */
    switches: text().array().notNull(),
    /** `ios_legacy`, `android`: the day the app shows; null for a device that is not the one to make it. */
    backedUpOn: date({ mode: 'string' }),
    at: instant().notNull(),
  },
  (table) => [
    index('backup_attestations_by_device').on(table.deviceId, table.at),
    check(
      'backup_attestations_date_by_model',
      sql`${table.backedUpOn} is null or (${table.isOn} and ${table.model} <> 'ios_keychain')`,
    ),
  ],
)

/** One row per person who was ever asked for the monthly look at their backup: when last, and what came of it. */
export const backupChecks = pgTable('backup_checks', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  askedAt: instant().notNull(),
  answeredAt: instant(),
  /** `attested` or `cannot`; null while nobody answered. */
  answer: text(),
})

/** One row per change of the device that holds the backup: turn off, wait, turn on. Never deleted. */
export const primaryMoves = pgTable(
  'primary_moves',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    fromId: uuid()
      .notNull()
      .references(() => devices.id, { onDelete: 'restrict' }),
    toId: uuid()
      .notNull()
      .references(() => devices.id, { onDelete: 'restrict' }),
    /** lib/domain/primary-move.ts */
    state: text().notNull(),
    stateSince: instant().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('primary_moves_one_open_per_person').on(table.personId).where(sql`${table.endedAt} is null`),
    check('primary_moves_to_another', sql`${table.fromId} <> ${table.toId}`),
  ],
)
