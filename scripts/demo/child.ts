import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Folder } from '@/scripts/demo/folder'
import { signalGroup, writePidFile } from '@/scripts/demo/pid-file'
import { Problem } from '@/scripts/demo/problem'
import { elapsedMs, type Say } from '@/scripts/demo/progress'

/** A process of the demo. */
export type Child = {
  name: string
  /** Words for `node`. */
  command: string[]
  env: Record<string, string>
  folder: Folder
}

export type Watch = {
  /** Asked until it says true. */
  isReady: () => Promise<boolean>
  say: Say
  giveUp: (problem: Problem) => void
  /** Asked now and then: true when what runs is of yesterday and must be started again. */
  isOutdated?: () => boolean
  /** Aborted when the demo stops: from then on nothing is started again. */
  signal: AbortSignal
}

const READY_WITHIN_MS = 60_000
const POLL_MS = 100
const RESTARTS_MAX = 5
/** A process that ran this long has made good its earlier falls. */
const STEADY_MS = 60_000
const LINES_SHOWN = 12
const LINE_LENGTH = 200
const OUTDATED_CHECK_MS = 1_000

/**
 * Starts a process and keeps it running: when it falls its last words are shown and it is started again,
 * waiting longer each time. `giveUp` is told after the fifth time in a row.
 *
 * @throws {Problem} when it does not become ready the first time
 */
export async function keepRunning(
  child: Child,
  { isReady, say, giveUp, isOutdated, signal }: Watch,
): Promise<void> {
  let falls = 0

  const watch = async (running: Running) => {
    const startedMs = elapsedMs()
    const wasOutdated = endWhenOutdated(running, isOutdated)
    const code = await running.ended
    if (signal.aborted) return
    if (wasOutdated()) {
      say(`The ${child.name} was built anew: starting it again`)
      return void watch(start(child))
    }
    falls = elapsedMs() - startedMs > STEADY_MS ? 1 : falls + 1
    if (falls > RESTARTS_MAX) {
      return giveUp(new Problem(`The ${child.name} keeps falling. ${lastLines(child)}`))
    }
    const waitMs = 500 * 2 ** (falls - 1)
    say(`The ${child.name} fell (${code}); it is started again in ${waitMs / 1000} s. ${lastLines(child)}`)
    await delay(waitMs)
    if (!signal.aborted) void watch(start(child))
  }

  const running = start(child)
  await untilReady(child, running.ended, isReady)
  void watch(running)
}

/** Runs a process to its end. @throws {Problem} when it fails, with its last words */
export async function runToEnd(child: Child): Promise<void> {
  const code = await start(child).ended
  if (code !== 'exit 0') throw new Problem(`The ${child.name} failed (${code}). ${lastLines(child)}`)
}

type Running = {
  pid: number | undefined
  /** How it ended, once it has. */
  ended: Promise<string>
}

/**
 * Starts the process in a process group of its own, so that Ctrl-C reaches us alone and things are stopped in
 * order, and notes it in a pid file, so that a later start finds what a crash leaves.
 */
function start({ name, command, env, folder }: Child): Running {
  const log = openSync(logFile(folder, name), 'a')
  const child = spawn('node', command, {
    env: { ...inherited(), ...env },
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  if (child.pid) writePidFile(path.join(folder.run, `${name}.pid`), child.pid)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, killedBy) => {
      if (child.pid) signalGroup(child.pid, 'SIGKILL') // what it started must not stand in its successor's way
      resolve(killedBy ?? `exit ${code}`)
    })
  })
  return { pid: child.pid, ended }
}

/** @returns whether it was this that ended the process */
function endWhenOutdated({ pid, ended }: Running, isOutdated: Watch['isOutdated']): () => boolean {
  let isEnding = false
  const timer = setInterval(() => {
    if (isEnding || !pid || !isOutdated?.()) return
    isEnding = true
    signalGroup(pid, 'SIGTERM')
  }, OUTDATED_CHECK_MS)
  void ended.then(() => clearInterval(timer))
  return () => isEnding
}

async function untilReady(child: Child, ended: Promise<string>, isReady: Watch['isReady']): Promise<void> {
  let code: string | undefined
  void ended.then((how) => {
    code = how
  })
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
    if (code) throw new Problem(`The ${child.name} did not start (${code}). ${lastLines(child)}`)
    if (await isReady()) return
    await delay(POLL_MS)
  }
  throw new Problem(`The ${child.name} was not ready after a minute. ${lastLines(child)}`)
}

/** Without the owner's way into the database, which only the demo itself may know. */
function inherited(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, ...rest } = process.env
  return rest
}

function logFile(folder: Folder, name: string): string {
  return path.join(folder.logs, `${name}.log`)
}

function lastLines({ name, folder }: Child): string {
  const file = logFile(folder, name)
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-LINES_SHOWN)
  return `Last lines of ${path.relative('', file)}:\n${lines.map((line) => `        ${line.slice(0, LINE_LENGTH)}`).join('\n')}`
}
