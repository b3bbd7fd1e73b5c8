import { z } from 'zod'

/** What an Owner can set. Everything else about an installation is in its environment. */
export type Settings = {
  /** Whether people may remove their old registration from the portal, besides at Microsoft's own page. */
  removeHere: boolean
  /** Whether publishing a wave mails everybody in it. */
  announce: boolean
  /** Accounts nobody may touch through the portal: Entra object ids or user principal names, lower case. */
  breakGlass: readonly string[]
}

export type SettingName = keyof Settings

export const defaultSettings: Settings = { removeHere: true, announce: true, breakGlass: [] }

/** At most so many emergency accounts; more would be no exception any more. */
export const breakGlassMax = 50

/** What may stand in the table, by name; what does not fit counts as not set. */
export const settingSchemas = {
  removeHere: z.boolean(),
  announce: z.boolean(),
  breakGlass: z.array(z.string()).max(breakGlassMax),
} as const satisfies Record<SettingName, z.ZodType>

/** The settings in force: what was set and can be read, else the default. */
export function settingsFrom(rows: readonly { name: string; value: unknown }[]): Settings {
  const stored = (name: SettingName) => rows.find((row) => row.name === name)?.value
  const announce = settingSchemas.announce.safeParse(stored('announce'))
  const removeHere = settingSchemas.removeHere.safeParse(stored('removeHere'))
  const breakGlass = settingSchemas.breakGlass.safeParse(stored('breakGlass'))
  return {
    removeHere: removeHere.success ? removeHere.data : defaultSettings.removeHere,
    announce: announce.success ? announce.data : defaultSettings.announce,
    breakGlass: breakGlass.success ? breakGlass.data : defaultSettings.breakGlass,
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
