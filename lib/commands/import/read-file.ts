import { readCsv } from '@/lib/domain/csv'
import { readText } from '@/lib/domain/file-text'
import { type ImportSheet, readSheet } from '@/lib/domain/import'

/** The rows of an uploaded file, or why it cannot be read. */
export function readFile(bytes: Uint8Array): ImportSheet {
  const text = readText(bytes)
  if (!text.ok) return text
  const csv = readCsv(text.text)
  if (!csv.ok) return { ok: false, problem: { code: 'import_quotes', line: csv.line, found: null } }
  return readSheet(csv.records)
}
