import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as migrateTables } from 'drizzle-orm/postgres-js/migrator'
import { PgBoss } from 'pg-boss'
import postgres, { type Sql } from 'postgres'
import { grants, roleNames } from './grants'
import { guards } from './guards'
import { queueSchema, queues } from './queues'

type RoleKey = keyof typeof roleNames
/** Passwords to give the roles; a role without one keeps what it has. */
export type RolePasswords = Partial<Record<RoleKey, string>>

/**
 * Brings a database to this version: tables, guards, the queue's schema, roles and their rights.
 * Safe to repeat. Wants the owner of the database, with the right to create roles.
 */
export async function migrate(ownerUrl: string, passwords: RolePasswords = {}): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    // Two processes that start together take turns; the lock goes with the connection.
    await sql`select pg_advisory_lock(7411)`
    await sql`create extension if not exists pg_trgm`
    await migrateTables(drizzle(sql), { migrationsFolder: new URL('./migrations', import.meta.url).pathname })
    await sql`insert into audit_head (id, size, changed_at, edge) values (1, 0, now(), '[]') on conflict do nothing`
    for (const statement of guards) await sql.unsafe(statement)
    await migrateQueue(ownerUrl)
    await grantRights(sql, passwords)
  } finally {
    await sql.end()
  }
}

async function migrateQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: queueSchema,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => undefined)
  await boss.start()
  for (const [name, options] of Object.entries(queues)) {
    if (await boss.getQueue(name)) await boss.updateQueue(name, options)
    else await boss.createQueue(name, { ...options, policy: 'short' })
  }
  await boss.stop({ graceful: false })
}

async function grantRights(sql: Sql, passwords: RolePasswords): Promise<void> {
  for (const [key, role] of Object.entries(roleNames) as [RoleKey, string][]) {
    await makeRole(sql, role, passwords[key])
    await sql.unsafe(`revoke all on all tables in schema public from ${role}`)
    await sql.unsafe(`grant usage on schema public to ${role}`)
    for (const [table, rights] of Object.entries(grants)) {
      const granted = rights[key]
      if (granted) await sql.unsafe(`grant ${granted.join(', ')} on ${table} to ${role}`)
    }
  }
  for (const role of [roleNames.web, roleNames.worker]) {
    await sql.unsafe(`grant usage on schema ${queueSchema} to ${role}`)
    await sql.unsafe(`grant select, insert, update, delete on all tables in schema ${queueSchema} to ${role}`)
    await sql.unsafe(`grant usage on all sequences in schema ${queueSchema} to ${role}`)
    await sql.unsafe(`grant execute on all functions in schema ${queueSchema} to ${role}`)
  }
}

/** Roles belong to the whole cluster: another database of it may have made them already. */
async function makeRole(sql: Sql, role: string, password: string | undefined): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${role}`
  if (!known) await sql.unsafe(`create role ${role} login`)
  if (password) await sql.unsafe(`alter role ${role} login password '${password.replaceAll("'", "''")}'`)
}
