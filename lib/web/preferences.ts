import { cookies } from 'next/headers'

/** What a browser may ask for; the first of each is how the product ships. */
const choices = {
  theme: ['system', 'light', 'dark'],
  density: ['dense', 'roomy'],
  shortcuts: ['on', 'off'],
} as const

/** How this browser wants pages drawn. No fact about a person, so each lives in a cookie of its name. */
export type Preferences = { [Name in PreferenceName]: (typeof choices)[Name][number] }

export type PreferenceName = keyof typeof choices

export const preferenceNames: PreferenceName[] = ['theme', 'density', 'shortcuts']

/** True for a value this preference can have. */
export function isPreference(name: PreferenceName, value: unknown): value is string {
  return choices[name].some((choice) => choice === value)
}

/** The preferences of the request under way; what is missing or unknown is as the product ships. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies()
  return {
    theme: firstUnless(choices.theme, jar.get('theme')?.value),
    density: firstUnless(choices.density, jar.get('density')?.value),
    shortcuts: firstUnless(choices.shortcuts, jar.get('shortcuts')?.value),
  }
}

function firstUnless<Choice extends string>(
  all: readonly [Choice, ...Choice[]],
  wanted: string | undefined,
): Choice {
  return all.find((choice) => choice === wanted) ?? all[0]
}
