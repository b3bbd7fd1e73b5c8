import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@/db/free-port'
import { type About, readAbout } from '@/scripts/demo/about'
import { signalGroup, writePidFile } from '@/scripts/demo/pid-file'
import { makeScratch } from '@/tests/support/scratch'

export type TestEmulator = {
  url: string
  about: About
  /** Ends it at once, as a power cut would. */
  stop(): void
}

const START_WITHIN_MS = 20_000
const POLL_MS = 50

/** A real emulator in a process of its own, with a world of its own; `env` adds settings such as EMULATOR_PEOPLE. */
export async function startEmulator(env: Record<string, string> = {}): Promise<TestEmulator> {
  const port = await freePort()
  const folder = makeScratch()
  const log = openSync(path.join(folder, 'log'), 'a')
  const child = spawn('node', ['--import', 'tsx', 'emulator/main.ts'], {
    env: { ...process.env, EMULATOR_PORT: String(port), EMULATOR_STATE: path.join(folder, 'state'), ...env },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (child.pid) writePidFile(path.join(folder, 'emulator.pid'), child.pid)
  const stop = () => {
    if (child.pid) signalGroup(child.pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', stop) // Ctrl-C ends Vitest without a teardown

  const url = `http://localhost:${port}`
  for (let waitedMs = 0; waitedMs < START_WITHIN_MS && child.exitCode === null; waitedMs += POLL_MS) {
    const about = await readAbout(url)
    if (about) return { url, about, stop }
    await delay(POLL_MS)
  }
  const said = readFileSync(path.join(folder, 'log'), 'utf8')
  stop()
  throw new Error(`The emulator did not start. ${said}`)
}
