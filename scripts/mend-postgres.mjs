import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

// postgres.js 3.4.9 ends the whole process when a connection dies in the middle of a transaction: the rollback
// that follows is written to a socket that is no more, outside of every try. docs/decisions/0020-mend-postgres-client.md
// Can go when https://github.com/porsager/postgres/pull/1209 or the like is released.

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const files = ['src/connection.js', 'cjs/src/connection.js']

/** What stands there → what shall stand there. */
const mends = [
  [
    `  function nextWrite(fn) {
    const x = socket.write(chunk, fn)
`,
    `  function nextWrite(fn) {
    if (socket === null) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      const gone = Errors.connection('CONNECTION_CLOSED', options, socket)
      query && queryError(query, gone)
      while (sent.length) queryError(sent.shift(), gone)
      return false
    }
    const x = socket.write(chunk, fn)
`,
  ],
  [
    `    clearImmediate(nextWriteTimer)
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
    `    clearImmediate(nextWriteTimer)
    chunk = nextWriteTimer = null
    socket.removeListener('data', data)
    socket.removeListener('connect', connected)
    idleTimer.cancel()
`,
  ],
]

/**
 * Mends the installed client where it needs it. Safe to repeat; a client that looks otherwise is left alone.
 *
 * @returns {string | null} one sentence when it could not be mended
 */
export function mendPostgres() {
  for (const file of files) {
    const where = path.join(root, 'node_modules', 'postgres', file)
    if (!existsSync(where)) return null
    const before = readFileSync(where, 'utf8')
    let after = before
    for (const [broken, mended] of mends) {
      if (after.includes(mended)) continue
      if (!after.includes(broken))
        return `postgres (${file}) is not as expected: see whether its mend is still needed.`
      after = after.replace(broken, () => mended)
    }
    if (after !== before) replace(where, after)
  }
  return null
}

/** A new file in its place: the old one may be shared with other installs by hard links. */
function replace(where, text) {
  writeFileSync(`${where}.mended`, text)
  renameSync(`${where}.mended`, where)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = mendPostgres()
  if (problem) console.warn(problem)
}
