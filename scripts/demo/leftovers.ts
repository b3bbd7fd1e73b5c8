import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Folder } from '@/scripts/demo/folder'
import { claimPidFile, endNoted, runningPid } from '@/scripts/demo/pid-file'
import { Problem } from '@/scripts/demo/problem'
import type { Say } from '@/scripts/demo/progress'

const LAUNCHER = 'demo.pid'

/**
 * Makes this process the one demo of its folder and ends what an earlier one left running when it was killed.
 * The database is not ended: it is taken over as it is.
 *
 * @throws {Problem} when another demo runs in this folder
 */
export async function claimFolder(folder: Folder, say: Say): Promise<void> {
  const file = path.join(folder.run, LAUNCHER)
  if (!claimPidFile(file)) {
    throw new Problem(
      `The demo is running already in this folder: stop it with Ctrl-C in its window or with \`kill ${runningPid(file)}\`, ` +
        'or start a second one beside it: DATA_DIR=.data-2 PORT=3100 EMULATOR_PORT=4100 npm run demo',
    )
  }
  for (const { name, pid } of await endChildren(folder)) {
    say(`Ended the ${name} that an earlier demo left behind (process ${pid})`)
  }
}

/** Ends every process noted in the folder but the launcher, all at once. */
export async function endChildren(folder: Folder): Promise<{ name: string; pid: number }[]> {
  const files = readdirSync(folder.run).filter((file) => file.endsWith('.pid') && file !== LAUNCHER)
  const ended = await Promise.all(
    files.map(async (file) => ({
      name: path.basename(file, '.pid'),
      pid: await endNoted(path.join(folder.run, file)),
    })),
  )
  return ended.flatMap(({ name, pid }) => (pid === null ? [] : { name, pid }))
}
