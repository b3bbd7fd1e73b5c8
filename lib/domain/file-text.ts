import type { FileProblem } from './import'

export type FileText = { ok: true; text: string } | { ok: false; problem: FileProblem }

/** The text of an uploaded file. Only UTF-8 is taken: any other reading would guess at people's names. */
export function readText(bytes: Uint8Array): FileText {
  const problem = bytesProblem(bytes)
  if (problem) return { ok: false, problem: { found: null, ...problem } }
  return { ok: true, text: new TextDecoder('utf-8').decode(bytes) }
}

function bytesProblem(bytes: Uint8Array): Pick<FileProblem, 'code' | 'line'> | null {
  if (bytes.length === 0) return { code: 'import_empty', line: null }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { code: 'import_workbook', line: null }
  if (isUtf16(bytes)) return { code: 'import_utf16', line: null }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { code: 'import_nul', line: lineAt(bytes, nul) }
  const odd = firstOddByte(bytes)
  return odd === null ? null : { code: 'import_not_utf8', line: lineAt(bytes, odd) }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

/** A byte order mark says so; without one, Western text has a NUL in every other byte. */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  const head = bytes.subarray(0, 64)
  return head.length >= 8 && head.filter((byte) => byte === 0).length >= head.length / 2 - 1
}

/** Where the bytes stop being UTF-8, null when they never do. */
function firstOddByte(bytes: Uint8Array): number | null {
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    strict.decode(bytes)
    return null
  } catch {
    return oddByteBetween(bytes, 0, bytes.length)
  }
}

/** Halves the file until the line is found: a decoder only says whether, not where. */
function oddByteBetween(bytes: Uint8Array, from: number, to: number): number {
  if (to - from <= 1) return from
  const middle = from + Math.floor((to - from) / 2)
  // `stream` lets a character that the cut goes through pass.
  const isFine = decodes(bytes.subarray(0, middle))
  return isFine ? oddByteBetween(bytes, middle, to) : oddByteBetween(bytes, from, middle)
}

function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

function lineAt(bytes: Uint8Array, position: number): number {
  let line = 1
  for (let at = 0; at < position; at += 1) if (bytes[at] === 0x0a) line += 1
  return line
}
