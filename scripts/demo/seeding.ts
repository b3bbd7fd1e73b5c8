import { rmSync } from 'node:fs'
import postgres from 'postgres'
import { runToEnd } from '@/scripts/demo/child'
import { recreateDatabase } from '@/scripts/demo/database'
import type { Folder } from '@/scripts/demo/folder'
import { Problem } from '@/scripts/demo/problem'
import type { Say } from '@/scripts/demo/progress'
import type { Settings } from '@/scripts/demo/settings'

/**
 * How far a database is. Written on the database itself, so that it cannot disagree with what is in it;
 * `foreign` holds something that no demo made.
 */
export type Progress = 'empty' | 'seeding' | 'seeded' | 'foreign'

const note = (progress: 'seeding' | 'seeded') => `Passaggio demo: ${progress}`

/**
 * Leaves a database that is empty or wholly seeded: what a seeding that was killed half-way left is thrown away,
 * together with the emulator's world, which would otherwise remember half of it.
 *
 * @throws {Problem} when the database is not the demo's to use
 */
export async function settleProgress(
  ownerUrl: string,
  folder: Folder,
  say: Say,
): Promise<'empty' | 'seeded'> {
  const progress = await readProgress(ownerUrl)
  if (progress === 'foreign') {
    throw new Problem(
      'The database in DATABASE_URL holds something that is not the demo: give the demo an empty one.',
    )
  }
  if (progress !== 'seeding') return progress
  if (process.env.DATABASE_URL) {
    throw new Problem(
      'Filling the database in DATABASE_URL was interrupted last time: give the demo an empty one.',
    )
  }
  say('The company was only half filled in: starting over with an empty database')
  await recreateDatabase(ownerUrl)
  rmSync(folder.emulator, { recursive: true, force: true })
  return 'empty'
}

/** Notes that from now on the database is the demo's, and not complete. */
export async function beginSeeding(ownerUrl: string): Promise<void> {
  await writeProgress(ownerUrl, 'seeding')
}

/** Fills the company in, in a process of its own, and notes that it is complete. */
export async function seed(ownerUrl: string, folder: Folder, env: Settings): Promise<void> {
  const command = ['--import', 'tsx', 'scripts/seed-demo/main.ts']
  // It plays the web and the worker in turn, so neither role has all the rights it needs.
  await runToEnd({ name: 'seed', command, env: { ...env, DATABASE_URL: ownerUrl }, folder })
  await writeProgress(ownerUrl, 'seeded')
}

async function readProgress(ownerUrl: string): Promise<Progress> {
  const sql = postgres(ownerUrl, { max: 1 })
  try {
    const [found] = await sql<{ comment: string | null; tables: number }[]>`
      select shobj_description(oid, 'pg_database') as comment,
             (select count(*)::int from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as tables
      from pg_database where datname = current_database()`
    if (found?.comment === note('seeded')) return 'seeded'
    if (found?.comment === note('seeding')) return 'seeding'
    return found?.tables ? 'foreign' : 'empty'
  } finally {
    await sql.end()
  }
}

async function writeProgress(ownerUrl: string, progress: 'seeding' | 'seeded'): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 })
  try {
    const [{ name = '' } = {}] = await sql<{ name: string }[]>`select quote_ident(current_database()) as name`
    await sql.unsafe(`comment on database ${name} is '${note(progress)}'`)
  } finally {
    await sql.end()
  }
}
