import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { abandonEmbedded } from '@/db/embedded'
import { claimPidFile, endNoted, runningPid } from '@/scripts/demo/pid-file'

const PREFIX = 'passaggio-test-'
const OWNER = 'owner.pid'

/** A new folder for what a test starts and writes. It is ours as long as this process lives. */
export function makeScratch(): string {
  const folder = mkdtempSync(path.join(tmpdir(), PREFIX))
  chmodSync(folder, 0o755) // so that "nobody" can reach it, where PostgreSQL has to run as that
  claimPidFile(path.join(folder, OWNER))
  return folder
}

/** Ends the processes noted in a scratch folder, at once and without a word, and removes it. */
export async function clearScratch(folder: string): Promise<void> {
  for (const file of list(folder).filter((name) => name.endsWith('.pid') && name !== OWNER)) {
    await endNoted(path.join(folder, file))
  }
  abandonEmbedded(path.join(folder, 'postgres'))
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Clears what tests that were killed have left behind. */
export async function sweepScratch(): Promise<void> {
  for (const name of list(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const owner = path.join(tmpdir(), name, OWNER)
    if (existsSync(owner) && runningPid(owner) === null) await clearScratch(path.dirname(owner))
  }
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
