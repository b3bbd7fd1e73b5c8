import { getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { syncStrays } from '@/db/schema/sync'
import type { KnownPerson, PersonFields } from '@/lib/domain/directory'

type Written = { entraId: string } & PersonFields

/** What we know of these people, in no particular order. */
export async function listKnown(tx: Tx, entraIds: readonly string[]): Promise<KnownPerson[]> {
  if (entraIds.length === 0) return []
  return tx
    .select(getTableColumns(people))
    .from(people)
    .where(inArray(people.entraId, [...entraIds]))
}

/** Writes whole rows, new or changed, in one statement. Who had left is back. */
export async function writePeople(tx: Tx, written: readonly Written[], now: Date): Promise<void> {
  if (written.length === 0) return
  await tx
    .insert(people)
    .values(written.map((person) => ({ ...person, seenAt: now })))
    .onConflictDoUpdate({
      target: people.entraId,
      set: {
        userPrincipalName: sql`excluded.user_principal_name`,
        displayName: sql`excluded.display_name`,
        givenName: sql`excluded.given_name`,
        surname: sql`excluded.surname`,
        mail: sql`excluded.mail`,
        department: sql`excluded.department`,
        site: sql`excluded.site`,
        jobTitle: sql`excluded.job_title`,
        usageLocation: sql`excluded.usage_location`,
        preferredLanguage: sql`excluded.preferred_language`,
        userType: sql`excluded.user_type`,
        isEnabled: sql`excluded.is_enabled`,
        entraManagerId: sql`excluded.entra_manager_id`,
        seenAt: now,
        leftAt: null,
      },
    })
}

/** Says of people who are as we knew them that the directory still shows them. */
export async function markSeen(tx: Tx, entraIds: readonly string[], now: Date): Promise<void> {
  if (entraIds.length === 0) return
  await tx
    .update(people)
    .set({ seenAt: now })
    .where(inArray(people.entraId, [...entraIds]))
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

/** What the registration report said of newcomers before they came. */
export async function takeStrays(tx: Tx, joined: readonly Written[]): Promise<void> {
  if (joined.length === 0) return
  const strays = await tx
    .delete(syncStrays)
    .where(
      inArray(
        syncStrays.entraId,
        joined.map(({ entraId }) => entraId),
      ),
    )
    .returning()
  if (strays.length === 0) return
  await writeRegistrations(tx, strays)
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
      report_at = r.at
    from (
      select (item ->> 'entraId')::uuid as entra_id, (item ->> 'isMfaRegistered')::boolean as mfa,
        (item ->> 'isAdmin')::boolean as admin, (item ->> 'reportAt')::timestamptz(3) as at,
        case when jsonb_typeof(item -> 'methodsRegistered') = 'array'
          then array(select jsonb_array_elements_text(item -> 'methodsRegistered')) end as methods
      from jsonb_array_elements(${rows}::jsonb) as item
    ) as r
    where p.entra_id = r.entra_id
      and (p.is_mfa_registered, p.is_admin, p.methods_registered, p.report_at)
        is distinct from (r.mfa, r.admin, r.methods, r.at)`)
  return changed.count
}
