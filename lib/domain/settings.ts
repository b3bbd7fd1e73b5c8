import { z } from 'zod'
import type { Language } from '@/lib/i18n/language'

/** What an Owner can set. Everything else about an installation is in its environment. */
export type Settings = {
  /** Whether people may remove their old registration from the portal, besides at Microsoft's own page. */
  removeHere: boolean
  /** Whether publishing a wave mails everybody in it. */
  announce: boolean
  /** Accounts nobody may touch through the portal: Entra object ids or user principal names, lower case. */
  breakGlass: readonly string[]
  /** Whether every new phone is to be enrolled before the work account comes, besides where a policy demands it. */
  enrolFirst: boolean
  /** How often somebody may leave their slot for another one. */
  slotMovesMax: number
  /** Up to how many hours before it starts a slot can be moved or given up. */
  slotMoveHours: number
  /** Where the service desk is reached, as people are to read it; empty: not said. */
  deskContact: string
  /** Where mail about urgent cases goes; empty: nowhere. */
  deskMailbox: string
  /** The language of that mail: a mailbox is nobody, so the directory gives none. */
  deskLanguage: Language
}

export type SettingName = keyof Settings

export const defaultSettings: Settings = {
  removeHere: true,
  announce: true,
  breakGlass: [],
  enrolFirst: false,
  slotMovesMax: 3,
  slotMoveHours: 24,
  deskContact: '',
  deskMailbox: '',
  deskLanguage: 'en',
}

/** At most so many emergency accounts; more would be no exception any more. */
export const breakGlassMax = 50

/** At most so many moves, and so many hours ahead (two weeks), can be set. */
export const slotMovesLimit = 20
export const slotMoveHoursMax = 336

/** What mail is written in. */
export const mailLanguages = ['en', 'it'] as const satisfies readonly Language[]

/** The longest address that mail can go to (RFC 5321, 4.5.3.1.3, without the brackets). */
export const addressMax = 254

/** What may stand in the table, by name; what does not fit counts as not set. */
export const settingSchemas = {
  removeHere: z.boolean(),
  announce: z.boolean(),
  breakGlass: z.array(z.string()).max(breakGlassMax),
  enrolFirst: z.boolean(),
  slotMovesMax: z.int().min(0).max(slotMovesLimit),
  slotMoveHours: z.int().min(0).max(slotMoveHoursMax),
  deskContact: z.string().max(200),
  deskMailbox: z.string().max(addressMax),
  deskLanguage: z.enum(mailLanguages),
} as const satisfies Record<SettingName, z.ZodType>

/** The settings in force: what was set and can be read, else the default. */
export function settingsFrom(rows: readonly { name: string; value: unknown }[]): Settings {
  const read = <Name extends SettingName>(name: Name): Settings[Name] => {
    const stored = settingSchemas[name].safeParse(rows.find((row) => row.name === name)?.value)
    // The schema of a name gives the type of that name; TypeScript loses that when it looks up a union.
    return stored.success ? (stored.data as Settings[Name]) : defaultSettings[name]
  }
  return {
    removeHere: read('removeHere'),
    announce: read('announce'),
    breakGlass: read('breakGlass'),
    slotMovesMax: read('slotMovesMax'),
    slotMoveHours: read('slotMoveHours'),
    deskContact: read('deskContact'),
    deskMailbox: read('deskMailbox'),
    deskLanguage: read('deskLanguage'),
    enrolFirst: read('enrolFirst'),
  }
}

/** Whether the account is on the list of emergency accounts, by either of its names. */
export function isBreakGlass(
  { breakGlass }: Settings,
  { entraId, userPrincipalName }: { entraId: string; userPrincipalName: string },
): boolean {
  return [entraId, userPrincipalName].some((name) => breakGlass.includes(name.toLowerCase()))
}

/** The accounts in a text of one per line, lower case, each once and in order. */
export function accountsIn(text: string): string[] {
  const lines = text.split(/[\r\n,;]+/).map((line) => line.trim().toLowerCase())
  return [...new Set(lines.filter(Boolean))]
}

/** Whether a text names an account: an object id, or a user principal name. */
export function namesAccount(text: string): boolean {
  return z.uuid().safeParse(text).success || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
}

/** Whether mail could go to a text; whether somebody reads it there only a mail can show. */
export function isAddress(text: string): boolean {
  return text.length <= addressMax && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(text)
}
