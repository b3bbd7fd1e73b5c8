import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { databaseUrl } from '@/db/role-url'
import { newSecrets, type Secrets } from '@/scripts/demo/secrets'
import { startEmulator } from '@/tests/support/emulator'

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
  const home = mkdtempSync(path.join(tmpdir(), 'passaggio-test-'))
  await chmod(home, 0o755) // so that "nobody" can reach it, where PostgreSQL has to run as that
  const [server, emulators] = await Promise.all([
    startServer(home),
    startEmulators(project.config.maxWorkers),
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
    rmSync(home, { recursive: true, force: true })
  }
}

function startServer(home: string) {
  return startEmbedded({
    home: path.join(home, 'postgres'),
    logFile: path.join(home, 'postgres.log'),
    settings: carefree,
  })
}

async function startEmulators(count: number) {
  if (!existsSync('emulator/main.ts')) return []
  return Promise.all(Array.from({ length: count }, () => startEmulator()))
}

async function makeTemplate(serverUrl: string, { passwords }: Secrets): Promise<void> {
  const admin = postgres(serverUrl, { max: 1 })
  await admin.unsafe('create database template')
  await migrate(databaseUrl(serverUrl, 'template'), passwords)
  await admin.unsafe(`alter database template allow_connections false`)
  await admin.end()
}
