import { type Database, db, type Tx } from '@/db/client'
import { settings } from '@/db/schema/settings'
import { type Settings, settingsFrom } from '@/lib/domain/settings'

/** The settings in force now, or as they stand in the caller's transaction. For rules, so for every actor. */
export async function readSettings(reader: Database | Tx = db): Promise<Settings> {
  return settingsFrom(await reader.select({ name: settings.name, value: settings.value }).from(settings))
}
