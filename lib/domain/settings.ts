import { z } from 'zod'

/** What an Owner can set. Everything else about an installation is in its environment. */
export type Settings = {
  /** Whether people may remove their old registration from the portal, besides at Microsoft's own page. */
  removeHere: boolean
  /** Whether publishing a wave mails everybody in it. */
  announce: boolean
  /** Accounts nobody may touch through the portal: Entra object ids or user principal names, lower case. */
  breakGlass: readonly string[]
  /** How often somebody may leave their slot for another one. */
  slotMovesMax: number
  /** Up to how many hours before it starts a slot can be moved or given up. */
  slotMoveHours: number
  /** Where the service desk is reached, as people are to read it; empty: not said. */
  deskContact: string
}

export type SettingName = keyof Settings

export const defaultSettings: Settings = {
  removeHere: true,
  announce: true,
  breakGlass: [],
  slotMovesMax: 3,
  slotMoveHours: 24,
  deskContact: '',
}

/** At most so many emergency accounts; more would be no exception any more. */
export const breakGlassMax = 50

/** At most so many moves, and so many hours ahead (two weeks), can be set. */
export const slotMovesLimit = 20
export const slotMoveHoursMax = 336

/** What may stand in the table, by name; what does not fit counts as not set. */
export const settingSchemas = {
  removeHere: z.boolean(),
  announce: z.boolean(),
  breakGlass: z.array(z.string()).max(breakGlassMax),
  slotMovesMax: z.int().min(0).max(slotMovesLimit),
  slotMoveHours: z.int().min(0).max(slotMoveHoursMax),
  deskContact: z.string().max(200),
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
