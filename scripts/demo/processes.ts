import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type About, readAbout } from '@/scripts/demo/about'
import { watchBuild } from '@/scripts/demo/build'
import { keepRunning, type Watch } from '@/scripts/demo/child'
import type { Folder } from '@/scripts/demo/folder'
import { Problem } from '@/scripts/demo/problem'
import { type House, webSettings, workerSettings } from '@/scripts/demo/settings'

type Keep = Omit<Watch, 'isReady' | 'isOutdated'>

/** Starts the simulated Entra and Graph, and gives what it says of itself. */
export async function startEmulator(
  { folder, port, emulatorPort }: { folder: Folder; port: number; emulatorPort: number },
  keep: Keep,
): Promise<About> {
  keep.say('Starting the emulator')
  const env = {
    EMULATOR_PORT: String(emulatorPort),
    EMULATOR_STATE: folder.emulator,
    PORTAL_URL: `http://localhost:${port}`,
  }
  const readIt = () => readAbout(`http://localhost:${emulatorPort}`)
  const isReady = async () => (await readIt()) !== null
  await keepRunning(
    { name: 'emulator', command: script('emulator/main.ts'), env, folder },
    { ...keep, isReady },
  )
  const about = await readIt()
  if (!about) throw new Problem('The emulator answered once and then no more.')
  return about
}

/** Starts the worker. It has no door to knock at, but says when it is ready. */
export async function startWorker(house: House, folder: Folder, keep: Keep): Promise<void> {
  keep.say('Starting the worker')
  const env = { NODE_ENV: 'production', ...workerSettings(house) }
  const isReady = async () =>
    readFileSync(path.join(folder.logs, 'worker.log'), 'utf8').includes('Worker ready')
  await keepRunning(
    { name: 'worker', command: script('scripts/worker.ts'), env, folder },
    { ...keep, isReady },
  )
}

/** Starts the portal as in production, except that only this machine reaches it. */
export async function startPortal(house: House, folder: Folder, keep: Keep): Promise<void> {
  keep.say('Starting the portal')
  const env = { NODE_ENV: 'production', ...webSettings(house) }
  const command = [...script('scripts/start.ts'), '--hostname', 'localhost']
  const isReady = () => answers(house.portalUrl)
  await keepRunning({ name: 'portal', command, env, folder }, { ...keep, isReady, isOutdated: watchBuild() })
}

function script(file: string): string[] {
  return ['--import', 'tsx', file]
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })).status < 500
  } catch {
    return false
  }
}
