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
 * Of several that claim at once, one gets it.
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

/** Ends the process group the file names: kindly first. Gives the pid that was ended, or null. */
export async function endNoted(file: string): Promise<number | null> {
  const pid = runningPid(file)
  if (pid !== null) await endGroup(pid)
  rmSync(file, { force: true })
  return pid
}

/** Ends a process and those it started. Safe to repeat. */
export async function endGroup(pid: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(pid)) break
    signalGroup(pid, signal)
    if (await hasEnded(pid, END_WITHIN_MS)) break
  }
  signalGroup(pid, 'SIGKILL') // what its leader left behind
}

/** A group that is gone already is fine. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Nobody is left to be told.
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
