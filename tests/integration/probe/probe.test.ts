import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Settings } from '@/emulator/world/settings'
import { chromiumArgs, findChromium } from '@/scripts/test/chromium'
import { type Emulator, freePort, openEmulator } from '@/tests/emulator/emulator'
import { converse, type Script } from './conversation'
import { type Recorder, recordSecrets } from './recorder'
import { makeTester, prepare, users } from './tester'

let emulator: Emulator
let browser: Browser
let recorder: Recorder
let folder: string

beforeAll(async () => {
  emulator = await openEmulator({ people: 120 })
  recorder = await recordSecrets(emulator.origin)
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('there is no Chromium')
  browser = await chromium.launch({ executablePath, args: chromiumArgs })
  folder = mkdtempSync(join(tmpdir(), 'probe-'))
})
afterAll(async () => {
  await browser.close()
  recorder.close()
  await emulator.stop()
  rmSync(folder, { recursive: true })
})

const settingsOfEmulator = { throttleScale: 1, freshMinutes: 0.4 }

async function begin(settings: Partial<Settings>): Promise<void> {
  await emulator.reset()
  const { status, body } = await emulator.control('PATCH /settings', { ...settingsOfEmulator, ...settings })
  expect(status, JSON.stringify(body)).toBe(200)
  await prepare(emulator)
}

async function run(script: Script, more: readonly string[] = []) {
  const { apps, tenant } = emulator.world
  const out = join(folder, 'settings.json')
  const argv = ['--tenant', tenant.id, '--users', users.join(','), '--out', out]
  const port = String(await freePort())
  const env = {
    TENANT_ID: tenant.id,
    AUTHORITY: `${emulator.origin}/${tenant.id}/v2.0`,
    GRAPH_URL: recorder.url,
    AUTH_CONTEXT: 'c1',
    DATABASE_URL: undefined,
    PORTAL_CLIENT_ID: apps.portal.clientId,
    PORTAL_CLIENT_SECRET: apps.portal.clientSecret,
    SELF_CLIENT_ID: apps.self.clientId,
    SELF_CLIENT_SECRET: apps.self.clientSecret,
    DESK_CLIENT_ID: apps.desk.clientId,
    DESK_CLIENT_SECRET: apps.desk.clientSecret,
    READER_CLIENT_ID: apps.reader.clientId,
    READER_CLIENT_SECRET: apps.reader.clientSecret,
  }
  const ended = await converse([...argv, '--port', port, '--stale', '0.45', ...more], env, script)
  const written = existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : null
  return { ...ended, out, written }
}

test('smoke', async () => {
  await begin({})
  const { script } = makeTester(emulator, browser)
  const ended = await run(script)
  console.log(ended.said, ended.complained, JSON.stringify(ended.written?.settings, null, 1))
  expect(ended.exitCode).toBe(0)
}, 300_000)
