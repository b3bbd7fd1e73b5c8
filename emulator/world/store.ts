import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const flushAfterMs = 50
/** Keys and secrets are in it. */
const ownerOnly = 0o600

/**
 * What changed since the seed, as one file of JSON lines `[key, value]`; the last line of a key counts,
 * null removes it. Lines are appended within 50 ms, and the file is rewritten when it is mostly history.
 */
export type Store = {
  entries: Map<string, unknown>
  set(key: string, value: unknown): void
  remove(key: string): void
  clear(): void
  /** Writes what waits. Called on the way out; otherwise the timer does it. */
  flush(): void
  close(): void
}

/** Opens the store in a folder, which is made when missing. A torn last line is dropped. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'state.ndjson')
  const entries = readEntries(path)
  rewrite(path, entries)
  let file = openSync(path, 'a', ownerOnly)
  let lines = entries.size
  let waiting = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const flush = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.size === 0) return
    const text = [...waiting].map((key) => line(key, entries.get(key))).join('')
    lines += waiting.size
    waiting = new Set()
    writeSync(file, text)
    if (lines > 4 * entries.size + 2_000) compact()
  }
  const compact = () => {
    closeSync(file)
    rewrite(path, entries)
    file = openSync(path, 'a', ownerOnly)
    lines = entries.size
  }
  const wait = (key: string) => {
    waiting.add(key)
    timer ??= setTimeout(flush, flushAfterMs)
  }

  return {
    entries,
    set(key, value) {
      entries.set(key, value)
      wait(key)
    },
    remove(key) {
      if (entries.delete(key)) wait(key)
    },
    clear() {
      entries.clear()
      waiting.clear()
      compact()
    },
    flush,
    close() {
      flush()
      closeSync(file)
    },
  }
}

const line = (key: string, value: unknown) => `${JSON.stringify([key, value ?? null])}\n`

function readEntries(path: string): Map<string, unknown> {
  const entries = new Map<string, unknown>()
  if (!existsSync(path)) return entries
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    const entry = parseLine(text)
    if (!entry) continue
    if (entry[1] === null) entries.delete(entry[0])
    else entries.set(entry[0], entry[1])
  }
  return entries
}

function parseLine(text: string): [string, unknown] | null {
  try {
    const entry: unknown = JSON.parse(text)
    return Array.isArray(entry) && typeof entry[0] === 'string' ? [entry[0], entry[1]] : null
  } catch {
    return null // an empty line, or the one being written when the process was killed
  }
}

function rewrite(path: string, entries: Map<string, unknown>): void {
  const next = openSync(`${path}.new`, 'w', ownerOnly)
  for (const [key, value] of entries) writeSync(next, line(key, value))
  fsyncSync(next)
  closeSync(next)
  renameSync(`${path}.new`, path)
}
