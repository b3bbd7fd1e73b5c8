import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@/db/free-port'
import { type About, readAbout } from '@/scripts/demo/about'

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
  const state = mkdtempSync(path.join(tmpdir(), 'passaggio-emulator-'))
  const child = spawn('node', ['--import', 'tsx', 'emulator/main.ts'], {
    env: { ...process.env, EMULATOR_PORT: String(port), EMULATOR_STATE: state, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(state, { recursive: true, force: true })
  }

  const url = `http://localhost:${port}`
  for (let waitedMs = 0; waitedMs < START_WITHIN_MS && child.exitCode === null; waitedMs += POLL_MS) {
    const about = await readAbout(url)
    if (about) return { url, about, stop }
    await delay(POLL_MS)
  }
  stop()
  throw new Error(`The emulator did not start. ${said}`)
}
