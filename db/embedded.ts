import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Place, placeOf, shelterOf } from '@/db/embedded-place'
import { commandLine, hasEnded, isAlive } from '@/db/embedded-process'
import { freePort, isPortFree } from '@/db/free-port'

/** A PostgreSQL server of our own. */
export type EmbeddedServer = {
  /** The superuser's connection to the database `postgres`. */
  url: string
  port: number
  pid: number
  /** True when it was running already, left behind by someone who was killed. */
  adopted: boolean
  /** True when its data was made by this start. */
  isNew: boolean
  isRunning(): boolean
  /** Ends every connection and stops. Safe to repeat. */
  stop(): Promise<void>
}

type Options = {
  /** The one folder everything is kept in: data, password, port. */
  home: string
  logFile: string
  /** Wanted when clients know the address already; otherwise the remembered one, or any free one. */
  port?: number
  /** Further server settings, as in postgresql.conf. */
  settings?: Record<string, string>
}

const READY_WITHIN_MS = 60_000
const STOP_WITHIN_MS = 15_000
const POLL_MS = 20

/**
 * Starts PostgreSQL 18 from node_modules on 127.0.0.1, or takes over one that already runs on this data.
 * It lives in a process group of its own: who starts it must stop it.
 *
 * @throws {Error} one sentence for the person at the keyboard
 */
export async function startEmbedded({
  home,
  logFile,
  port,
  settings = {},
}: Options): Promise<EmbeddedServer> {
  mkdirSync(home, { recursive: true })
  mkdirSync(path.dirname(logFile), { recursive: true })
  const place = placeOf(home)
  const password = passwordOf(home)

  const running = await runningServer(place.dataDir)
  if (running) return serverOf(running, password, { adopted: true, isNew: false })

  const isNew = !existsSync(place.dataDir)
  if (isNew) createCluster(place, password, logFile)
  const chosen = port ?? (await rememberedPort(home))
  const started = await launch(place, chosen, { logFile, settings })
  writeFileSync(path.join(home, 'port'), String(chosen))
  return serverOf(started, password, { adopted: false, isNew })
}

/** Removes the server's data wherever it is. The server must have been stopped. */
export function removeEmbedded(home: string): void {
  rmSync(home, { recursive: true, force: true })
  rmSync(shelterOf(home), { recursive: true, force: true })
}

/** Stops a server that somebody left running on this data; nothing to do is fine. */
export async function stopEmbedded(home: string): Promise<void> {
  for (const dataDir of [path.join(home, 'data'), path.join(shelterOf(home), 'data')]) {
    const running = await runningServer(dataDir)
    if (running) await stop(running.pid)
  }
}

/** Ends a server on this data without waiting, as at a crash: for one whose data nobody wants any more. */
export function abandonEmbedded(home: string): void {
  const file = pidFile(path.join(home, 'data'))
  if (file && isOurs(file.pid, path.join(home, 'data'))) process.kill(file.pid, 'SIGQUIT')
}

type Running = { pid: number; port: number }

function serverOf({ pid, port }: Running, password: string, how: Pick<EmbeddedServer, 'adopted' | 'isNew'>) {
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  return { url, port, pid, ...how, isRunning: () => isAlive(pid), stop: () => stop(pid) }
}

function passwordOf(home: string): string {
  const file = path.join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function rememberedPort(home: string): Promise<number> {
  const file = path.join(home, 'port')
  const port = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  return port && (await isPortFree(port)) ? port : freePort()
}

/** Made aside and renamed, so that a start killed half-way leaves nothing that looks like data. */
function createCluster({ programs, dataDir, wrap, user }: Place, password: string, logFile: string): void {
  const unfinished = `${dataDir}.new`
  const passwordFile = `${dataDir}.password`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 })
    const { uid, gid } = user
    if (uid !== undefined && gid !== undefined) {
      for (const given of [unfinished, passwordFile]) chownSync(given, uid, gid)
    }
    const [program = '', ...words] = [
      ...[...wrap, path.join(programs, 'bin/initdb'), '-D', unfinished, '-U', 'postgres'],
      ...['-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
      ...['--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'],
    ]
    const made = spawnSync(program, words, { cwd: '/', encoding: 'utf8', env: plainEnv(), ...user })
    writeFileSync(logFile, `${made.stdout}${made.stderr}`, { flag: 'a' })
    if (made.status !== 0) throw new Error(failure('could not make its data folder', logFile, made.error))
    renameSync(unfinished, dataDir)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

async function launch(
  place: Place,
  port: number,
  log: { logFile: string; settings: Record<string, string> },
) {
  const [program = '', ...words] = [
    ...[...place.wrap, path.join(place.programs, 'bin/postgres'), '-D', place.dataDir, '-p', String(port)],
    ...Object.entries({ ...alwaysSet, ...log.settings }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]),
  ]
  // A file, not a pipe: the server must be able to outlive us without losing its standard error.
  const output = openSync(log.logFile, 'a')
  const stdio: ['ignore', number, number] = ['ignore', output, output]
  const child = spawn(program, words, { cwd: '/', env: plainEnv(), detached: true, stdio, ...place.user })
  closeSync(output)
  child.unref()
  await ready(child, place.dataDir, log.logFile)
  return { pid: child.pid ?? 0, port }
}

const alwaysSet = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Containers often have 64 MB of /dev/shm.
  dynamic_shared_memory_type: 'mmap',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

async function ready(child: ChildProcess, dataDir: string, logFile: string): Promise<void> {
  let failed: Error | undefined
  child.once('error', (error) => {
    failed = error
  })
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
    const file = pidFile(dataDir)
    // A pid file left by a killed server still says "ready", but names another process.
    if (file?.pid === child.pid && file?.status === 'ready') return
    if (failed || child.exitCode !== null || child.signalCode !== null)
      throw new Error(failure('did not start', logFile, failed))
    await delay(POLL_MS)
  }
  throw new Error(failure('was not ready after a minute', logFile))
}

/** The server that runs on this data, once it is ready, or null. A pid file that lies is removed. */
async function runningServer(dataDir: string): Promise<Running | null> {
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS; waitedMs += POLL_MS) {
    const file = pidFile(dataDir)
    if (!file) return null
    if (!isOurs(file.pid, dataDir)) {
      // PostgreSQL itself would wait for whoever has this pid now.
      rmSync(path.join(dataDir, 'postmaster.pid'), { force: true })
      return null
    }
    if (file.status === 'ready') return file
    await delay(POLL_MS)
  }
  throw new Error(
    `PostgreSQL on ${dataDir} has been starting or stopping for a minute; end it and try again.`,
  )
}

function isOurs(pid: number, dataDir: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(dataDir)
}

/** @see https://www.postgresql.org/docs/18/storage-file-layout.html for postmaster.pid, line by line */
function pidFile(dataDir: string): { pid: number; port: number; status: string } | null {
  const file = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return { pid: Number(lines[0]), port: Number(lines[3]), status: lines[7]?.trim() ?? '' }
}

async function stop(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    if (await hasEnded(pid, STOP_WITHIN_MS)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

function failure(what: string, logFile: string, error?: Error): string {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n') : []
  const said = error?.message ?? log.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? log.at(-1) ?? ''
  return `PostgreSQL ${what}: ${said.trim()} (all of it: ${logFile})`
}

/** Without the caller's PG… variables and languages, which would change what PostgreSQL does and says. */
function plainEnv(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => /^(PG|LC_|LANG)/.test(name))
  const absent = Object.fromEntries(names.map((name) => [name, undefined]))
  return { ...process.env, ...absent, LC_ALL: 'C' }
}
