import { sql } from 'drizzle-orm'
import type { Settings } from '@/lib/domain/settings'
import { readSettings } from '@/lib/queries/settings'
import type { Work } from '@/lib/transact'

/**
 * The settings, held until the commit. No row may exist yet, so a lock of this name stands in for the table:
 * two Owners at once take turns.
 */
export async function lockSettings({ tx }: Work): Promise<Settings> {
  await tx.execute(sql`select pg_advisory_xact_lock(7413)`)
  return readSettings(tx)
}
