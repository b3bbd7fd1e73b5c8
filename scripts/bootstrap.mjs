import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { install, installProblem } from './bootstrap-install.mjs'
import { mendDrizzle } from './mend-drizzle.mjs'
import { mendPostgres } from './mend-postgres.mjs'

// `node scripts/bootstrap.mjs demo|test|check|bench [words]`. Runs on any Node from 20 with nothing installed: brings
// node_modules up to the lock file, then hands over to scripts/<name>.ts on the pinned Node.

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const known = ['demo', 'test', 'check', 'bench']
const PARENT_CHECK_MS = 250

const began = performance.timeOrigin
process.chdir(root)
process.stdout.on('error', () => {})
await main(process.argv.slice(2))

async function main([name = '', ...words]) {
  if (!known.includes(name)) leave(`Usage: node scripts/bootstrap.mjs ${known.join('|')}`)
  if (Number(process.versions.node.split('.')[0]) < 20) {
    leave(
      `Node ${process.versions.node} is too old: install Node 20 or newer, then run the same command again.`,
    )
  }
  if (process.env.npm_lifecycle_event) leaveWithParent()
  const problem = installProblem(root)
  if (problem) await install(root, problem).catch((error) => leave(error.message))
  const unmended = mendPostgres()
  if (unmended) console.warn(unmended)
  mendDrizzle()
  handOver(name, words, pinnedNode())
}

/** The folder of the pinned Node's program, or null where it is not installed or does not run here. */
function pinnedNode() {
  const folder = path.join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  if (existsSync(folder) && spawnSync(path.join(folder, 'node'), ['--version']).status === 0) return folder
  console.warn(`The pinned Node is not available here; going on with ${process.version}.`)
  return null
}

/** Signals reach the child once, through us: it stops its own children in order and we leave with its answer. */
function handOver(name, words, nodeFolder) {
  // Children say `node`, and must get the one that was chosen, not what stands in node_modules/.bin.
  const chosen = nodeFolder ?? path.dirname(process.execPath)
  const folders = [chosen, path.join(root, 'node_modules', '.bin'), process.env.PATH]
  const child = spawn(path.join(chosen, 'node'), ['--import', 'tsx', `scripts/${name}.ts`, ...words], {
    stdio: 'inherit',
    detached: true,
    env: {
      ...process.env,
      PATH: folders.join(path.delimiter),
      DEMO_BEGAN_MS: String(began),
    },
  })
  child.once('error', (error) => leave(`Could not start scripts/${name}.ts: ${error.message}`))
  child.once('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
}

/** npm hands signals to a shell, which may die of them without telling us. */
function leaveWithParent() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

function leave(sentence) {
  console.error(sentence)
  process.exit(1)
}
