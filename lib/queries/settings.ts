import { eq } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { settings } from '@/db/schema/settings'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { deskTestRefusal, type MessageState, messageStates } from '@/lib/domain/message'
import { judge } from '@/lib/domain/permissions'
import { type Settings, settingsFrom } from '@/lib/domain/settings'
import type { MessageCode } from '@/lib/i18n/messages'
import { findDeskTest } from './desk-test'
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
  /** The last mail that tried out the mailbox the desk has now, and why there can be none; `last` is null without one. */
  deskTest: {
    refusal: ReturnType<typeof deskTestRefusal>
    last: { state: MessageState; at: string; failure: MessageCode | null } | null
  }
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
  const settingsNow = settingsFrom(rows)
  const mailboxSince = rows.find(({ name }) => name === 'deskMailbox')?.at ?? null
  return {
    settings: settingsNow,
    changes: rows.map(({ name, by, at }) => ({ name, by, at: at.toISOString() })),
    refusal: judge(actor, readClock(), 'settings.change') === 'allowed' ? null : 'step_up_needed',
    deskTest: await deskTestView(settingsNow, mailboxSince),
  }
}

async function deskTestView(
  { deskMailbox }: Settings,
  since: Date | null,
): Promise<SettingsView['deskTest']> {
  const last = await findDeskTest()
  const isOfThisMailbox = last !== null && since !== null && last.queuedAt >= since
  return {
    refusal: deskTestRefusal(deskMailbox, last),
    last: isOfThisMailbox
      ? {
          state: messageStates.find((state) => state === last.state) ?? 'waiting',
          at: (last.sentAt ?? last.queuedAt).toISOString(),
          // Written by our own commands alone, from the codes of errors.
          failure: last.failure as MessageCode | null,
        }
      : null,
  }
}
