import { removeEmbedded, stopEmbedded } from '@/db/embedded'
import { clearFolder, openFolder } from '@/scripts/demo/folder'
import { makeHouse, type Started } from '@/scripts/demo/house'
import { claimFolder } from '@/scripts/demo/leftovers'
import { peopleTable } from '@/scripts/demo/people-table'
import { portSetting } from '@/scripts/demo/ports'
import { Problem } from '@/scripts/demo/problem'
import { duration, elapsedMs, sayWithTime } from '@/scripts/demo/progress'

// `npm run demo [-- --reset]`. Ends with 0 when asked to stop (Ctrl-C, SIGTERM), with 1 when it cannot go on.

const PARENT_CHECK_MS = 1_000

const folder = openFolder(process.env.DATA_DIR || '.data')
let house: ReturnType<typeof makeHouse> | undefined
let leaving: Promise<void> | undefined

// A terminal that is gone must not keep us from stopping what we started.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})
process.on('uncaughtException', fail)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => leave(0))
leaveWithParent()

try {
  const port = portSetting('PORT', 3000)
  const emulatorPort = portSetting('EMULATOR_PORT', 4000)
  if (process.argv.includes('--reset')) await reset()
  house = makeHouse({ folder, port, emulatorPort, say: sayWithTime, giveUp: fail })
  greet(await house.start())
} catch (error) {
  fail(error)
}

function greet({ portalUrl, about, isFirst }: Started): void {
  const took = duration(elapsedMs())
  console.log(
    [
      `\nReady: ${portalUrl}\n`,
      'Sign in as (one click, no password)',
      ...peopleTable(about.people),
      '',
      `Phones, mail and Microsoft's side of it: ${about.graph}`,
      `${isFirst ? `First start took ${took}` : `Started in ${took}`}. Stop with Ctrl-C.`,
    ].join('\n'),
  )
}

async function reset(): Promise<void> {
  await claimFolder(folder, sayWithTime)
  sayWithTime(`Clearing ${folder.root}`)
  await stopEmbedded(folder.postgres)
  removeEmbedded(folder.postgres)
  clearFolder(folder)
  openFolder(folder.root)
}

/** Asked again while leaving, as Ctrl-C under npm does, it changes nothing. */
function leave(code: number): void {
  leaving ??= leaveOnce(code)
}

async function leaveOnce(code: number): Promise<void> {
  if (code === 0) console.log('\nStopping')
  await house?.stop().catch((error: unknown) => console.error(String(error)))
  process.exit(code)
}

/** A `Problem` explains itself; of anything else the whole trace is shown. */
function fail(error: unknown): void {
  if (leaving) return
  console.error(
    `\n${error instanceof Problem ? error.message : error instanceof Error ? error.stack : error}\n`,
  )
  leave(1)
}

/** Whoever kills the bootstrap outright must not leave us running unseen. */
function leaveWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) leave(0)
  }, PARENT_CHECK_MS).unref()
}
