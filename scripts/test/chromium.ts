import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'

/** A package that carries a headless Chromium inside: for machines that reach a package registry and nothing else. */
const CARRIED = '@sparticuz/chromium@153.0.0'
const CARRIER = path.resolve('.data/chromium')

/** Where a Chromium is, or null: named by CHROMIUM_PATH, Playwright's own, the system's, the carried one. */
export async function findChromium(): Promise<string | null> {
  const known = [
    process.env.CHROMIUM_PATH,
    chromium.executablePath(),
    // Half the work of the whole browser, which draws a window that nobody sees.
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return known.find((file) => file && existsSync(file)) ?? unpackCarried()
}

/** Sandboxing needs a user other than root. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Gets a Chromium when there is none, in the ways that are left to a program. */
export async function ensureChromium(): Promise<void> {
  if (await findChromium()) return
  console.log('No Chromium was found; installing one for the browser tests.')
  if (spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], { stdio: 'inherit' }).status === 0)
    return
  spawnSync('npm', ['install', '--no-save', '--prefix', CARRIER, CARRIED], { stdio: 'inherit' })
  if (await findChromium()) return
  console.error('No Chromium can be had here: install one and name it in CHROMIUM_PATH.')
}

async function unpackCarried(): Promise<string | null> {
  const entry = path.join(CARRIER, 'node_modules/@sparticuz/chromium/build/index.js')
  if (!existsSync(entry)) return null
  const { default: carried } = await import(entry)
  return carried.executablePath()
}
