import { migrate } from '@/db/migrate'
import type { About } from '@/scripts/demo/about'
import { buildPortal } from '@/scripts/demo/build'
import { type Database, openDatabase } from '@/scripts/demo/database'
import { type Folder, turnLogs } from '@/scripts/demo/folder'
import { claimFolder, endChildren } from '@/scripts/demo/leftovers'
import { requireFreePort } from '@/scripts/demo/ports'
import type { Problem } from '@/scripts/demo/problem'
import { startEmulator, startPortal, startWorker } from '@/scripts/demo/processes'
import type { Say } from '@/scripts/demo/progress'
import { demoSecrets } from '@/scripts/demo/secrets'
import { beginSeeding, seed, settleProgress } from '@/scripts/demo/seeding'
import { type House, webSettings, workerSettings } from '@/scripts/demo/settings'

type Options = {
  folder: Folder
  port: number
  emulatorPort: number
  say: Say
  /** Told when something fell too often to be worth another try. */
  giveUp: (problem: Problem) => void
}

export type Started = { portalUrl: string; about: About; isFirst: boolean }

/**
 * The whole house: database, emulator, company, worker, portal.
 * `start` throws a `Problem` when something is in the way; `stop` may be called at any time, and ends all of it.
 */
export function makeHouse(options: Options): { start(): Promise<Started>; stop(): Promise<void> } {
  const { folder, port, emulatorPort, say } = options
  const stopping = new AbortController()
  const watch = { ...options, signal: stopping.signal }
  const underway: Promise<unknown>[] = []
  let database: Database | undefined
  let isOurs = false

  async function start(): Promise<Started> {
    await claimFolder(folder, say)
    isOurs = true
    turnLogs(folder)
    await requireFreePort('PORT', port)
    await requireFreePort('EMULATOR_PORT', emulatorPort)

    // The build needs no database and no emulator, and takes longest.
    const building = buildPortal(folder, watch)
    const preparing = prepare()
    underway.push(building, preparing)
    const [{ house, isFirst }] = await Promise.all([preparing, building])
    const opening = open(house)
    underway.push(opening)
    await opening
    database?.watch()
    return { portalUrl: house.portalUrl, about: house.about, isFirst }
  }

  async function prepare(): Promise<{ house: House; isFirst: boolean }> {
    const secrets = demoSecrets(folder.root)
    database = await openDatabase(folder, watch)
    const { ownerUrl } = database
    const isFirst = (await settleProgress(ownerUrl, folder, say)) === 'empty'
    if (isFirst) await beginSeeding(ownerUrl)
    say('Migrating')
    await migrate(ownerUrl, secrets.passwords)
    const about = await startEmulator(options, watch)
    const house = { portalUrl: `http://localhost:${port}`, ownerUrl, about, secrets }
    if (!isFirst) return { house, isFirst }

    say('Filling in the demo company (only the first time)')
    stopping.signal.throwIfAborted()
    await seed(ownerUrl, folder, { ...webSettings(house), ...workerSettings(house) })
    return { house, isFirst }
  }

  async function open(house: House): Promise<void> {
    await Promise.all([startWorker(house, folder, watch), startPortal(house, folder, watch)])
  }

  /** Those who use the database end before the database. In a folder of another demo nothing is touched. */
  async function stop(): Promise<void> {
    if (!isOurs) return
    stopping.abort()
    await endChildren(folder)
    await Promise.allSettled(underway)
    await endChildren(folder)
    await database?.stop()
  }

  return { start, stop }
}
