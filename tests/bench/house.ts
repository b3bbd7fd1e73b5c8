import path from 'node:path'
import { startEmbedded } from '@/db/embedded'
import { migrate } from '@/db/migrate'
import { databaseUrl } from '@/db/role-url'
import { newSecrets } from '@/scripts/demo/secrets'
import { webSettings, workerSettings } from '@/scripts/demo/settings'
import { startEmulator } from '@/tests/support/emulator'
import { clearScratch, makeScratch } from '@/tests/support/scratch'

export type BenchHouse = { ownerUrl: string; graphUrl: string; close(): Promise<void> }

/**
 * A database and an emulator for one benchmark, and this process set up as a worker of theirs. Durable as in
 * production: what a commit costs belongs to what is measured.
 */
export async function openHouse(emulator: Record<string, string>): Promise<BenchHouse> {
  const home = makeScratch()
  const server = await startEmbedded({ home: path.join(home, 'postgres'), logFile: path.join(home, 'log') })
  const ownerUrl = databaseUrl(server.url, 'postgres')
  const secrets = newSecrets()
  await migrate(ownerUrl, secrets.passwords)
  const { url, about, stop } = await startEmulator(emulator)
  const house = { portalUrl: 'http://localhost:3000', ownerUrl, about, secrets }
  Object.assign(process.env, webSettings(house), workerSettings(house))
  return {
    ownerUrl,
    graphUrl: url,
    async close() {
      stop()
      await server.stop()
      await clearScratch(home)
    },
  }
}
