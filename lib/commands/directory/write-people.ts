import { getTableColumns, type Param, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { newId } from '@/db/id'
import { people } from '@/db/schema/people'
import { syncStrays } from '@/db/schema/sync'
import type { KnownPerson, PersonFields } from '@/lib/domain/directory'

type Written = { entraId: string } & PersonFields

/** What we know of these people, in no particular order. */
export async function listKnown(tx: Tx, entraIds: readonly string[]): Promise<KnownPerson[]> {
  if (entraIds.length === 0) return []
  return tx.select(getTableColumns(people)).from(people).where(isOneOf(people.entraId, entraIds))
}

/** In one parameter: a page has a thousand people, and a parameter for each costs more than the query. */
export function isOneOf(column: AnyPgColumn, ids: readonly string[]): SQL {
  const list = sql.param(JSON.stringify(ids))
  return sql`${column} = any (array(select value::uuid from jsonb_array_elements_text(${list}::jsonb)))`
}

/** What the directory says of somebody, column by column. */
const columns = {
  user_principal_name: 'text',
  display_name: 'text',
  given_name: 'text',
  surname: 'text',
  mail: 'text',
  department: 'text',
  site: 'text',
  job_title: 'text',
  usage_location: 'text',
  preferred_language: 'text',
  user_type: 'text',
  is_enabled: 'boolean',
  entra_manager_id: 'uuid',
}
const columnsOf = (prefix = '') =>
  sql.raw(
    Object.keys(columns)
      .map((name) => `${prefix}${name}`)
      .join(', '),
  )
const columnTypes = sql.raw(
  Object.entries(columns)
    .map((pair) => pair.join(' '))
    .join(', '),
)

function rowOf(person: Written) {
  return {
    id: newId(),
    entra_id: person.entraId,
    user_principal_name: person.userPrincipalName,
    display_name: person.displayName,
    given_name: person.givenName,
    surname: person.surname,
    mail: person.mail,
    department: person.department,
    site: person.site,
    job_title: person.jobTitle,
    usage_location: person.usageLocation,
    preferred_language: person.preferredLanguage,
    user_type: person.userType,
    is_enabled: person.isEnabled,
    entra_manager_id: person.entraManagerId,
  } satisfies Record<'id' | 'entra_id' | keyof typeof columns, unknown>
}

/**
 * Writes whole rows, new or changed, in one statement: with the manager where they have a row already, and with what
 * the registration report said of newcomers before they came. A row has many indexes, so it is best written once.
 * Who had left is back.
 */
export async function writePeople(tx: Tx, written: readonly Written[], now: Date): Promise<void> {
  if (written.length === 0) return
  const rows = sql.param(JSON.stringify(written.map(rowOf)))
  await tx.execute(sql`
    insert into people (id, entra_id, ${columnsOf()}, manager_id, is_mfa_registered, is_admin, methods_registered,
      report_at, seen_at)
    select r.id, r.entra_id, ${columnsOf('r.')}, m.id, s.is_mfa_registered, s.is_admin,
      s.methods_registered, s.report_at, ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${rows}::jsonb) as r (id uuid, entra_id uuid, ${columnTypes})
      left join people m on m.entra_id = r.entra_manager_id
      left join sync_strays s on s.entra_id = r.entra_id
    on conflict (entra_id) do update set (${columnsOf()}) =
      (${columnsOf('excluded.')}), seen_at = excluded.seen_at, left_at = null`)
}

/** Says of people who are as we knew them that the directory still shows them. */
export async function markSeen(tx: Tx, entraIds: readonly string[], now: Date): Promise<void> {
  if (entraIds.length === 0) return
  await tx.update(people).set({ seenAt: now }).where(isOneOf(people.entraId, entraIds))
}

/** Sets who manages whom, for these people and for those who waited for one of them to come. */
export async function followManagers(tx: Tx, touched: readonly Written[]): Promise<void> {
  if (touched.length === 0) return
  const ids = sql.param(JSON.stringify(touched.map(({ entraId }) => entraId)))
  await tx.execute(sql`
    with touched as (select value::uuid as id from jsonb_array_elements_text(${ids}::jsonb)),
    wanted as (
      select p.id, m.id as manager from people p left join people m on m.entra_id = p.entra_manager_id
      where p.entra_id in (select id from touched) or p.entra_manager_id in (select id from touched)
    )
    update people set manager_id = wanted.manager from wanted
    where people.id = wanted.id and people.manager_id is distinct from wanted.manager`)
}

/** Forgets what the registration report said of newcomers before they came: they have it now. */
export async function dropStrays(tx: Tx, joined: readonly Written[]): Promise<void> {
  if (joined.length === 0) return
  const entraIds = joined.map(({ entraId }) => entraId)
  await tx.delete(syncStrays).where(isOneOf(syncStrays.entraId, entraIds))
}

type Registered = {
  entraId: string
  isMfaRegistered: boolean | null
  isAdmin: boolean | null
  methodsRegistered: string[] | null
  reportAt: Date | string | null
}

/** Writes what the report says of people we have, in one statement. Returns how many it changed. */
export async function writeRegistrations(tx: Tx, registrations: readonly Registered[]): Promise<number> {
  const rows = sql.param(JSON.stringify(registrations))
  const changed = await tx.execute(sql`
    update people p set is_mfa_registered = r.mfa, is_admin = r.admin, methods_registered = r.methods,
      report_at = r.report_at
    from ${registrationsIn(rows)} as r
    where p.entra_id = r.entra_id
      and (p.is_mfa_registered, p.is_admin, p.methods_registered, p.report_at)
        is distinct from (r.mfa, r.admin, r.methods, r.report_at)`)
  return changed.count
}

/** The registrations in a JSON parameter, as rows: entra_id, mfa, admin, report_at, methods. */
export function registrationsIn(rows: Param): SQL {
  return sql`(
    select (item ->> 'entraId')::uuid as entra_id, (item ->> 'isMfaRegistered')::boolean as mfa,
      (item ->> 'isAdmin')::boolean as admin, (item ->> 'reportAt')::timestamptz(3) as report_at,
      case when jsonb_typeof(item -> 'methodsRegistered') = 'array'
        then array(select jsonb_array_elements_text(item -> 'methodsRegistered')) end as methods
    from jsonb_array_elements(${rows}::jsonb) as item)`
}
