import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { abandonEmbedded, startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { databaseUrl } from '@/db/role-url'
import { newSecrets, type Secrets } from '@/scripts/demo/secrets'
import { startEmulator } from '@/tests/support/emulator'
import { clearScratch, makeScratch, sweepScratch } from '@/tests/support/scratch'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's connection; the database `template` holds the migrated schema. */
    serverUrl: string
    secrets: Secrets
    /** One per test worker, so that files running side by side do not meet in one world. */
    emulatorUrls: string[]
  }
}

/** Nothing of this server survives the tests, so it need not survive a power cut. */
const carefree = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  file_copy_method: 'clone',
  max_connections: '300',
}

/** Starts what integration tests share: a migrated template database, and one emulator per test worker. */
export default async function setup(project: TestProject) {
  await sweepScratch()
  const folder = makeScratch()
  process.once('exit', () => abandonEmbedded(path.join(folder, 'postgres'))) // Ctrl-C ends Vitest without a teardown
  const [server, emulators] = await Promise.all([
    startServer(folder),
    Promise.all(Array.from({ length: project.config.maxWorkers }, () => startEmulator())),
  ])
  const secrets = newSecrets()
  await makeTemplate(server.url, secrets)

  project.provide('serverUrl', server.url)
  project.provide('secrets', secrets)
  project.provide(
    'emulatorUrls',
    emulators.map(({ url }) => url),
  )

  return async () => {
    for (const emulator of emulators) emulator.stop()
    await server.stop()
    await clearScratch(folder)
  }
}

function startServer(folder: string) {
  return startEmbedded({
    home: path.join(folder, 'postgres'),
    logFile: path.join(folder, 'postgres.log'),
    settings: carefree,
  })
}

async function makeTemplate(serverUrl: string, { passwords }: Secrets): Promise<void> {
  const admin = postgres(serverUrl, { max: 1 })
  await admin.unsafe('create database template')
  await migrate(databaseUrl(serverUrl, 'template'), passwords)
  await admin.unsafe(`alter database template allow_connections false`)
  await admin.end()
}
