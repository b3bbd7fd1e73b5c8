import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'

/**
 * One row per person of the directory, kept by the sync; also made at a first sign-in that is ahead of it.
 * `leftAt` is set when the directory no longer has them; the row stays as long as the trail speaks of it.
 */
export const people = pgTable(
  'people',
  {
    id: rowId(),
    entraId: uuid().notNull(),
    userPrincipalName: text().notNull(),
    displayName: text().notNull(),
    givenName: text(),
    surname: text(),
    mail: text(),
    department: text(),
    /** Microsoft's officeLocation. */
    site: text(),
    jobTitle: text(),
    usageLocation: text(),
    /** Language tag, as the directory has it: `it-IT`. */
    preferredLanguage: text(),
    /** What the person chose in this portal, `en` or `it`; null: nothing, and the directory's counts. */
    language: text(),
    /** `member` or `guest`. */
    userType: text().notNull().default('member'),
    isEnabled: boolean().notNull().default(true),
    /** Microsoft's id of the manager, who may not be here yet; `managerId` follows it. */
    entraManagerId: uuid(),
    managerId: uuid().references((): AnyPgColumn => people.id, { onDelete: 'restrict' }),
    /** From Microsoft's registration report, up to 36 h behind. Null while the report has not named them. */
    isMfaRegistered: boolean(),
    isAdmin: boolean(),
    methodsRegistered: text().array(),
    /** When Microsoft refreshed the report, not when anything was registered. */
    reportAt: instant(),
    /** Portal roles, as the last sign-in showed them. */
    roles: text().array().notNull().default([]),
    rolesSeenAt: instant(),
    /** When the directory last showed this person. */
    seenAt: instant().notNull(),
    leftAt: instant(),
    /** What the search box looks in. */
    searched: text()
      .notNull()
      .generatedAlwaysAs(
        sql`lower(display_name || ' ' || user_principal_name || ' ' || coalesce(department, '') || ' ' || coalesce(site, ''))`,
      ),
  },
  (table) => [
    index('people_by_name').on(table.displayName, table.id),
    index('people_by_site').on(table.site, table.displayName, table.id),
    index('people_by_department').on(table.department, table.displayName, table.id),
    // The filters that pick few out of many; the others find a page of rows soon enough.
    index('people_disabled').on(table.displayName, table.id).where(sql`not ${table.isEnabled}`),
    index('people_guests').on(table.displayName, table.id).where(sql`${table.userType} = 'guest'`),
    index('people_left').on(table.displayName, table.id).where(sql`${table.leftAt} is not null`),
    index('people_not_registered').on(table.displayName, table.id).where(sql`not ${table.isMfaRegistered}`),
    index('people_by_searched').using('gin', sql`${table.searched} gin_trgm_ops`),
    // What comes before the @, for whoever mistypes an address.
    index('people_by_mailbox').using(
      'gin',
      sql`lower(split_part(${table.userPrincipalName}, '@', 1)) gin_trgm_ops`,
    ),
    index('people_by_manager').on(table.managerId),
    index('people_by_entra_manager').on(table.entraManagerId),
    index('people_with_roles').on(table.displayName, table.id).where(sql`cardinality(${table.roles}) > 1`),
    index('people_by_upn').on(sql`lower(${table.userPrincipalName})`),
    index('people_by_mail').on(sql`lower(${table.mail})`),
    uniqueIndex('people_one_per_entra_id').on(table.entraId),
    check('people_language_known', sql`${table.language} in ('en', 'it')`),
  ],
)
