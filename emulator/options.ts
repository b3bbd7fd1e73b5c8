import { join } from 'node:path'

import { readSettingsFile } from './settings-input'
import type { Settings } from './world/settings'

/** How the emulator was told to run. Everything has a default that suits the demo. */
export type Options = {
  port: number
  folder: string
  seed: number
  people: number
  /** Where the portal answers, for redirect addresses and links. */
  portalUrl: string
  /** From a settings file, in place of the first values. */
  settings: Partial<Settings>
}

/** Reads the environment. @throws {Error} naming the setting that cannot be meant */
export function readOptions(env: Record<string, string | undefined>): Options {
  const number = (name: string, fallback: number, min: number, max: number) => {
    const text = env[name] ?? ''
    const value = text === '' ? fallback : Number(text)
    if (!Number.isInteger(value) || value < min || value > max)
      throw new Error(`${name} must be a whole number from ${min} to ${max}, not "${text}"`)
    return value
  }
  return {
    port: number('EMULATOR_PORT', 4_000, 1, 65_535),
    folder: env.EMULATOR_STATE ?? join('.data', 'emulator'),
    seed: number('EMULATOR_SEED', 1, 0, 4_294_967_295),
    people: number('EMULATOR_PEOPLE', 200, 20, 500_000),
    portalUrl: (env.PORTAL_URL ?? 'http://localhost:3000').replace(/\/+$/, ''),
    settings: env.EMULATOR_SETTINGS ? readSettingsFile(env.EMULATOR_SETTINGS) : {},
  }
}
