import { eq } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { settings } from '@/db/schema/settings'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { judge } from '@/lib/domain/permissions'
import { type Settings, settingsFrom } from '@/lib/domain/settings'
import { requireOwner } from './roles'

/** The settings in force now, or as they stand in the caller's transaction. For rules, so for every actor. */
export async function readSettings(reader: Database | Tx = db): Promise<Settings> {
  return settingsFrom(await reader.select({ name: settings.name, value: settings.value }).from(settings))
}

/** The settings as the Owner's page shows them. */
export type SettingsView = {
  settings: Settings
  /** Who changed each last, and when; absent while it has its default. */
  changes: { name: string; by: string; at: string }[]
  /** Why nothing can be changed now; null when it can. */
  refusal: 'step_up_needed' | null
}

/** @throws {AppError} not_found — for Owners only */
export async function getSettings(actor: PersonActor): Promise<SettingsView> {
  requireOwner(actor)
  const rows = await db
    .select({
      name: settings.name,
      value: settings.value,
      at: settings.changedAt,
      by: people.displayName,
    })
    .from(settings)
    .innerJoin(people, eq(people.id, settings.changedById))
  return {
    settings: settingsFrom(rows),
    changes: rows.map(({ name, by, at }) => ({ name, by, at: at.toISOString() })),
    refusal: judge(actor, readClock(), 'settings.change') === 'allowed' ? null : 'step_up_needed',
  }
}
