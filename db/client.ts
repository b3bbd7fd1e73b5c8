import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { readEnv } from '@/lib/env'
import { schema } from './schema/all'

export type Database = PostgresJsDatabase<typeof schema>
/** The transaction a command works in. */
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]

const pool = {
  max: 10,
  idle_timeout: 30,
  connect_timeout: 5,
  connection: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 },
  onnotice: () => undefined,
} as const

// Kept across reloads of this module in development, where each would open ten connections of its own.
const kept = globalThis as typeof globalThis & {
  passaggioDb?: Database & { $client: Sql }
  passaggioSql?: Sql
}

/** Typed queries. Connects at the first one, so that a build needs no database. */
export const db: Database = lazily(() => {
  kept.passaggioDb ??= drizzle(postgres(readEnv('DATABASE_URL'), pool), { schema, casing: 'snake_case' })
  return kept.passaggioDb
})

/** postgres.js itself, for COPY and cursors. A client of its own: Drizzle changes the one it is given. */
export function rawSql(): Sql {
  kept.passaggioSql ??= postgres(readEnv('DATABASE_URL'), { ...pool, max: 4 })
  return kept.passaggioSql
}

/** Ends all connections; the next query opens new ones. */
export async function closeDatabase(): Promise<void> {
  const { passaggioDb, passaggioSql } = kept
  delete kept.passaggioDb
  delete kept.passaggioSql
  await Promise.all([passaggioDb?.$client, passaggioSql].map((client) => client?.end({ timeout: 5 })))
}

function lazily<Thing extends object>(make: () => Thing): Thing {
  return new Proxy({} as Thing, { get: (_target, key) => Reflect.get(make(), key) }) // only ever read through `get`
}
