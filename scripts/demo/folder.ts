import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

/** Everything one demo keeps, below `DATA_DIR` (default `.data`). */
export type Folder = { root: string; logs: string; run: string; postgres: string; emulator: string }

/** The demo's folder, made when absent. */
export function openFolder(dataDir: string): Folder {
  const root = path.resolve(dataDir)
  const folder = {
    root,
    logs: path.join(root, 'logs'),
    run: path.join(root, 'run'),
    postgres: path.join(root, 'postgres'),
    emulator: path.join(root, 'emulator'),
  }
  mkdirSync(folder.logs, { recursive: true })
  mkdirSync(folder.run, { recursive: true })
  return folder
}

/** Puts the last start's logs aside, and forgets those before. */
export function turnLogs({ logs }: Folder): void {
  rmSync(`${logs}.previous`, { recursive: true, force: true })
  renameSync(logs, `${logs}.previous`)
  mkdirSync(logs)
}

/** What others keep below the default folder: browser tests, benchmarks, an install and a build that are under way. */
const kept = ['e2e', 'bench', 'chromium', 'installing', 'building.pid']

/** Removes what the demo has made; its processes must have ended, and its database is removed by its own room. */
export function clearFolder({ root }: Folder): void {
  for (const entry of readdirSync(root)) {
    if (!kept.includes(entry)) rmSync(path.join(root, entry), { recursive: true, force: true })
  }
}
