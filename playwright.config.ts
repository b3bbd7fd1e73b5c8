import { defineConfig } from '@playwright/test'
import { freePort } from './db/free-port'
import { chromiumArgs, findChromium } from './scripts/test/chromium'

// Chosen once: the processes that run the tests read this file again and must find the same house.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_EMULATOR_PORT ??= String(await freePort())
const { E2E_PORT, E2E_EMULATOR_PORT } = process.env

const executablePath = await findChromium()
const portalUrl = `http://localhost:${E2E_PORT}`

/** The whole house, started as in the demo, beside it and with data of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results/browser',
  // A whole story on a busy machine; each wait inside has its own, shorter limit.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: portalUrl,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Rome',
    // Whatever hangs says where, before the story's own time is up.
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    // Recording every step costs a fifth of the time: ask for it with --trace=retain-on-failure.
    launchOptions: { args: chromiumArgs, ...(executablePath ? { executablePath } : {}) },
  },
  webServer: {
    command: 'exec node --import tsx scripts/demo.ts --reset',
    env: { DATA_DIR: '.data/e2e', PORT: E2E_PORT, EMULATOR_PORT: E2E_EMULATOR_PORT },
    wait: { stdout: /Ready: http/ },
    stdout: 'pipe',
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
})
