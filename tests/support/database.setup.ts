import { afterAll, expect, inject } from 'vitest'
import { readAbout } from '@/scripts/demo/about'
import { webSettings, workerSettings } from '@/scripts/demo/settings'
import { cloneDatabase, type TestDatabase } from '@/tests/support/database'

declare global {
  /** The database of the test file that is running. */
  var testDatabase: TestDatabase
}

// Before a test file's own imports: its process gets a database of its own and all settings, so that
// `lib/env` and `db/client` find what they would find in the running portal.
globalThis.testDatabase = await cloneDatabase()
Object.assign(process.env, await settings())
process.env.DATABASE_URL = runsAsWorker() ? testDatabase.worker : testDatabase.web

afterAll(async () => {
  const { closeDatabase } = await import('@/db/client')
  // What is still under way comes to its end first: a connection cut in the middle is an error of nobody's test.
  await closeDatabase()
  await testDatabase.drop()
})

/** Jobs run in the worker; a file whose name ends in `.worker.test.ts` says that it does, too. */
function runsAsWorker(): boolean {
  const file = expect.getState().testPath ?? ''
  return file.includes('/integration/jobs/') || file.endsWith('.worker.test.ts')
}

async function settings(): Promise<Record<string, string>> {
  const emulatorUrl = inject('emulatorUrls')[Number(process.env.VITEST_POOL_ID) - 1]
  if (!emulatorUrl) return {}
  await fetch(`${emulatorUrl}/emulator/reset`, { method: 'POST' })
  const about = await readAbout(emulatorUrl)
  if (!about) throw new Error('The emulator of this test worker does not answer.')
  const house = {
    portalUrl: 'http://localhost:3000',
    ownerUrl: testDatabase.owner,
    about,
    secrets: inject('secrets'),
  }
  // Faults are what many tests are about: their warnings would drown what went wrong.
  return { LOG_LEVEL: 'error', ...webSettings(house), ...workerSettings(house) }
}
