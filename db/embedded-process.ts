import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** True while the process runs. One that has ended and only waits to be collected does not run. */
export function isAlive(pid: number): boolean {
  const state = statOf(pid)?.[0]
  if (state) return state !== 'Z' && state !== 'X'
  if (process.platform === 'linux') return false
  return answersSignals(pid)
}

/** When the process began, in the kernel's ticks; with the pid it names a process for good. Null off Linux. */
export function startedTick(pid: number): string | null {
  return statOf(pid)?.[19] ?? null
}

/** The process's command line, words separated by blanks; empty when there is none to read. */
export function commandLine(pid: number): string {
  return (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ').trim()
}

/** True as soon as the process has ended, false when it still runs after `timeoutMs`. */
export async function hasEnded(pid: number, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; isAlive(pid); waitedMs += POLL_MS) {
    if (waitedMs >= timeoutMs) return false
    await delay(POLL_MS)
  }
  return true
}

const POLL_MS = 20

/** The fields of /proc/<pid>/stat from the third on; the second may itself contain blanks and brackets. */
function statOf(pid: number): string[] | undefined {
  const stat = read(`/proc/${pid}/stat`)
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // kill throws nothing but system errors
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
