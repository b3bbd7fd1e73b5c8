import { cookies } from 'next/headers'

const themes = ['system', 'light', 'dark'] as const
const densities = ['dense', 'roomy'] as const

export type Theme = (typeof themes)[number]
export type Density = (typeof densities)[number]

/** How this browser wants pages drawn. No fact about a person, so it lives in cookies. */
export type Preferences = { theme: Theme; density: Density }

export const THEME_COOKIE = 'theme'
export const DENSITY_COOKIE = 'density'

export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value)
}

export function isDensity(value: unknown): value is Density {
  return densities.some((density) => density === value)
}

/** The preferences of the request under way; what is missing or unknown is as the product ships. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies()
  const theme = jar.get(THEME_COOKIE)?.value
  const density = jar.get(DENSITY_COOKIE)?.value
  return { theme: isTheme(theme) ? theme : 'system', density: isDensity(density) ? density : 'dense' }
}
