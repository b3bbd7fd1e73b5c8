import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { hasEnded, isAlive, startedTick } from '@/db/embedded-process'

const END_WITHIN_MS = 8_000

/** Notes a process, so that a later start can recognise it even after a crash. */
export function writePidFile(file: string, pid: number): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, noteOf(pid))
}

/**
 * Claims a pid file for this process; false when another living process holds it.
 * Of two that claim within the same millisecond after a crash, both may believe they hold it.
 */
export function claimPidFile(file: string): boolean {
  mkdirSync(path.dirname(file), { recursive: true })
  const holder = runningPid(file)
  if (holder !== null) return holder === process.pid
  rmSync(file, { force: true })
  try {
    writeFileSync(file, noteOf(process.pid), { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

/** The process the file names, or null when it has ended; a pid that went to somebody else does not count. */
export function runningPid(file: string): number | null {
  const [pid = '', started] = read(file).split(' ')
  if (!pid || !isAlive(Number(pid))) return null
  return started === (startedTick(Number(pid)) ?? '') ? Number(pid) : null
}

/**
 * Ends the noted process and those it started: kindly first.
 *
 * @returns its pid, or null when all of them had ended
 */
export async function endNoted(file: string): Promise<number | null> {
  const noted = Number(read(file).split(' ')[0])
  const pid = runningPid(file)
  if (pid !== null) {
    signalGroup(pid, 'SIGTERM')
    await hasEnded(pid, END_WITHIN_MS)
  }
  // A group outlives its leader, and until it is empty nobody else gets its number.
  const killed = noted > 0 && (pid !== null || !isAlive(noted)) && signalGroup(noted, 'SIGKILL')
  rmSync(file, { force: true })
  return pid !== null || killed ? noted : null
}

/** False when nobody is left to be told. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal)
  } catch {
    return false
  }
}

function noteOf(pid: number): string {
  return `${pid} ${startedTick(pid) ?? ''}`
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
