import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runToEnd } from '@/scripts/demo/child'
import type { Folder } from '@/scripts/demo/folder'
import { claimPidFile } from '@/scripts/demo/pid-file'
import { duration, elapsedMs, type Say } from '@/scripts/demo/progress'

/** What the production build is made from. */
const inputs = [
  ...[
    'app',
    'components',
    'lib',
    'db',
    'public',
    'proxy.ts',
    'instrumentation.ts',
    'instrumentation-node.ts',
  ],
  ...['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]

const BUILT_FROM = '.next/built-from'
const BUILDING = '.data/building.pid'
const POLL_MS = 500

/** Builds the portal when its sources have changed since the last build. Only one builds at a time. */
export async function buildPortal(
  folder: Folder,
  { say, signal }: { say: Say; signal: AbortSignal },
): Promise<void> {
  const wanted = inputsHash()
  if (builtFrom() === wanted) return
  while (!claimPidFile(BUILDING)) {
    signal.throwIfAborted()
    await delay(POLL_MS)
  }
  try {
    if (builtFrom() === wanted) return
    say('Building the portal (half a minute or more; only after its sources changed)')
    const startedMs = elapsedMs()
    rmSync(BUILT_FROM, { force: true })
    // TypeScript 7 keeps what it thought of a route before the route existed.
    rmSync('.next/cache/.tsbuildinfo', { force: true })
    await runToEnd({
      name: 'build',
      command: ['node_modules/next/dist/bin/next', 'build'],
      env: buildEnv,
      folder,
    })
    writeFileSync(BUILT_FROM, wanted)
    say(`Built in ${duration(elapsedMs() - startedMs)}`)
  } finally {
    rmSync(BUILDING, { force: true })
  }
}

/** True when there is a finished build, of whatever sources. */
export function hasBuild(): boolean {
  return existsSync('.next/BUILD_ID')
}

/** Says true once for each build that somebody makes from now on: a test run, after the sources have changed. */
export function watchBuild(): () => boolean {
  let served = builtFrom()
  return () => {
    const current = builtFrom()
    if (!current || current === served) return false
    served = current
    return true
  }
}

const buildEnv = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }

function builtFrom(): string | null {
  return existsSync(BUILT_FROM) && hasBuild() ? readFileSync(BUILT_FROM, 'utf8') : null
}

function inputsHash(): string {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesOf)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

/** The file itself, or all files below a folder, in a fixed order. */
function filesOf(input: string): string[] {
  const found = statSync(input, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found ? [input] : []
  return readdirSync(input, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(input, file))
    .filter((file) => statSync(file).isFile())
    .sort()
}
