import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '@/db/free-port'

/** The smallest App Router application there can be: what everybody pays who chooses Next. */
const files = {
  'package.json': '{ "name": "empty-app", "private": true, "type": "module" }\n',
  'app/layout.jsx':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.jsx': 'export default function Page() {\n  return <p>Empty</p>\n}\n',
}

const NEXT = path.resolve('node_modules/next/dist/bin/next')
const READY_WITHIN_MS = 60_000
const POLL_MS = 200

/**
 * Writes, builds and starts the empty app on the very Next and React the portal uses.
 *
 * @param folder below the project: Turbopack follows no way to node_modules that leads out of its root
 */
export async function startEmptyApp(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  write(folder)
  await build(folder)
  return start(folder)
}

function write(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.join(folder, 'app'), { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(folder, file), text)
  writeFileSync(path.join(folder, 'next.config.mjs'), configText())
}

/** The root is the project's, where node_modules are; the rest is as Next comes. */
function configText(): string {
  const root = JSON.stringify(path.resolve('.'))
  return `export default { agentRules: false, turbopack: { root: ${root} }, outputFileTracingRoot: ${root} }\n`
}

async function build(folder: string): Promise<void> {
  const child = spawn(process.execPath, [NEXT, 'build'], { cwd: folder, env: env(), stdio: 'pipe' })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise((resolve) => child.once('close', resolve))
  if (code !== 0) throw new Error(`The empty app does not build:\n${said}`)
}

async function start(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const words = [NEXT, 'start', '--port', String(port), '--hostname', 'localhost']
  const child = spawn(process.execPath, words, { cwd: folder, env: env(), stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  for (let waitedMs = 0; waitedMs < READY_WITHIN_MS && child.exitCode === null; waitedMs += POLL_MS) {
    if (await answers(url)) return { url, stop }
    await delay(POLL_MS)
  }
  await stop()
  throw new Error('The empty app does not answer.')
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

function env(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}
