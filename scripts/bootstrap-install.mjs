import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const PROGRESS_EVERY_MS = 5_000
const POLL_MS = 1_000
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Why node_modules cannot be used as it is, or null when it fits the lock file.
 *
 * @param {string} root the project's folder
 * @returns {string | null} one sentence
 */
export function installProblem(root) {
  if (!existsSync(path.join(root, 'node_modules'))) return 'Nothing is installed yet.'
  if (existsSync(markerOf(root))) return 'The last install was interrupted.'
  const installed = packagesOf(path.join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return 'The install is incomplete.'
  for (const [where, wanted] of Object.entries(packagesOf(path.join(root, 'package-lock.json')) ?? {})) {
    if (where === '' || wanted.link) continue
    const found = installed[where]
    // What is optional may be for another machine.
    if (!found && wanted.optional) continue
    if (found?.version !== wanted.version)
      return `The install is out of date (${where.replace('node_modules/', '')}).`
    if (!existsSync(path.join(root, where, 'package.json'))) return `The install is incomplete (${where}).`
  }
  return null
}

/**
 * Installs what the lock file says; two that are started at once take turns.
 *
 * @param {string} root
 * @param {string} problem why, for the person who waits
 * @throws {Error} one sentence with the way out
 */
export async function install(root, problem) {
  const marker = markerOf(root)
  mkdirSync(path.dirname(marker), { recursive: true })
  await waitForOther(marker)
  if (!installProblem(root)) return
  writeFileSync(marker, String(process.pid))
  console.log(`${problem} Installing packages: about a minute.`)
  const last = await npmPatiently(root)
  if (last.code !== 0)
    throw new Error(`${essence(last.said)}\n\nInstalling failed: see above, then run the same command again.`)
  rmSync(marker, { force: true })
}

/** Holds the pid of who installs; one left behind by a dead process says that the install is half-finished. */
function markerOf(root) {
  return path.join(root, '.data', 'installing')
}

async function waitForOther(marker) {
  for (let told = false; isHeld(marker); told = true) {
    if (!told) console.log('Another window is installing packages already; waiting for it.')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

function isHeld(marker) {
  try {
    const pid = Number(readFileSync(marker, 'utf8'))
    process.kill(pid, 0)
    const commandLine = `/proc/${pid}/cmdline`
    return (
      pid !== process.pid &&
      (!existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('bootstrap'))
    )
  } catch {
    return false
  }
}

/** Once more where a second try helps, in another way. */
async function npmPatiently(root) {
  const first = await npm(root, ['ci'])
  if (first.code === 0) return first
  if (/ENOTEMPTY|EEXIST/.test(first.said)) {
    // What a killed npm left half-way is in the way of the next.
    rmSync(path.join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 5 })
    return npm(root, ['ci'])
  }
  // A lock file that this npm finds incomplete is still good enough to install from.
  return /EUSAGE|in sync/.test(first.said) ? npm(root, ['install', '--no-save']) : first
}

/** @returns {Promise<{ code: number | null, said: string }>} */
function npm(root, words) {
  const { npm_execpath: ours } = process.env
  const [program, ...before] = ours?.endsWith('.js') ? [process.execPath, ours] : ['npm']
  // Whatever the caller chose, `npm -s` for instance, we need everything, and to hear what went wrong.
  const chosen = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const child = spawn(program, [...before, ...words, ...chosen], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stopProgress = showProgress(root)
  // Asked kindly, npm goes on for many seconds to roll back; what it leaves is thrown away by the next start anyway.
  const stopWithUs = () => {
    process.kill(-child.pid, 'SIGKILL')
    process.exit(1)
  }
  for (const signal of signals) process.once(signal, stopWithUs)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return new Promise((resolve) => {
    const end = (code) => {
      stopProgress()
      for (const signal of signals) process.off(signal, stopWithUs)
      resolve({ code, said })
    }
    child.once('error', (error) => {
      said += `npm could not be started: ${error.message}`
      end(1)
    })
    child.once('close', end)
  })
}

/** npm is silent unless it has a terminal; the folders that have appeared say how far it is. */
function showProgress(root) {
  const total = Object.values(packagesOf(path.join(root, 'package-lock.json')) ?? {}).filter(
    (one) => !one.optional,
  ).length
  const startedMs = performance.now()
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedMs) / 1000)
    console.log(
      `${String(seconds).padStart(4)} s  ${Math.min(countInstalled(root), total)} of ${total} packages`,
    )
  }, PROGRESS_EVERY_MS)
  return () => clearInterval(timer)
}

function countInstalled(root) {
  const top = path.join(root, 'node_modules')
  const isPackage = (folder) => existsSync(path.join(folder, 'package.json'))
  return list(top)
    .flatMap((name) =>
      name.startsWith('@') ? list(path.join(top, name)).map((inner) => path.join(name, inner)) : [name],
    )
    .filter((name) => isPackage(path.join(top, name))).length
}

function list(folder) {
  return existsSync(folder) ? readdirSync(folder) : []
}

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | null} */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return null
  }
}

/** npm says first what is wrong, and then much else. */
function essence(said) {
  const lines = said.split('\n').filter((line) => line.trim())
  return lines.slice(0, 6).join('\n')
}
