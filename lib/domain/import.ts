import type { CsvRecord } from './csv'
import { isFormula } from './csv-line'

/** Columns of a file of people for a wave. Only the first is needed. */
export const importColumns = [
  'userPrincipalName',
  'oldDevice',
  'newDevice',
  'newNumber',
  'site',
  'preferredWindow',
  'delegateUpn',
  'note',
] as const

export type ImportColumn = (typeof importColumns)[number]

export const importRowsMax = 10_000
export const importBytesMax = 5_000_000
const cellCharsMax = 500

export const importStates = ['refused', 'checked', 'confirmed', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/** Why a whole file cannot be read. */
export const fileProblemCodes = [
  'import_empty',
  'import_workbook',
  'import_utf16',
  'import_nul',
  'import_not_utf8',
  'import_quotes',
  'import_column_missing',
  'import_column_twice',
  'import_no_rows',
  'import_too_many_rows',
] as const

export type FileProblem = {
  code: (typeof fileProblemCodes)[number]
  line: number | null
  /** What the file says where it goes wrong: its header, or the column named twice. Shown as quoted text. */
  found: string | null
}

/** What can be wrong with one row. */
export const rowProblemCodes = [
  'import_person_missing',
  'import_person_unknown',
  'import_row_twice',
  'person_left',
  'person_disabled',
  'person_guest',
  'person_in_this_wave',
  'person_in_other_wave',
  'person_break_glass',
  'import_formula',
  'import_not_yes_no',
  'import_window_unknown',
  'import_delegate_unknown',
  'import_delegate_self',
  'import_cell_too_long',
  'import_too_many_cells',
] as const

export type RowProblemCode = (typeof rowProblemCodes)[number]

export type RowProblem = {
  code: RowProblemCode
  column: ImportColumn | null
  /** The line that has the same person. */
  otherLine?: number
  /** The address of somebody who may be meant. */
  suggestion?: string
}

/** A row as the file has it: cells of the columns we know, trimmed. */
export type ImportRow = { line: number; cells: Partial<Record<ImportColumn, string>>; isTooWide: boolean }

export type ImportSheet =
  | { ok: true; rows: ImportRow[]; unusedColumns: string[] }
  | { ok: false; problem: FileProblem }

/** Rows under known column names. The names may be in any case and any order. */
export function readSheet(records: readonly CsvRecord[]): ImportSheet {
  const [header, ...body] = records
  if (!header) return refused('import_empty')
  const names = header.cells.map((cell) => cell.trim())
  const columns = names.map(columnOf)
  const twice = columns.find((column, index) => column !== null && columns.indexOf(column) !== index)
  if (twice) return refused('import_column_twice', header.line, twice)
  if (!columns.includes('userPrincipalName')) {
    return refused('import_column_missing', header.line, names.join(', ').slice(0, 200))
  }
  if (body.length === 0) return refused('import_no_rows', header.line)
  const tooMany = body[importRowsMax]
  if (tooMany) return refused('import_too_many_rows', tooMany.line)
  return {
    ok: true,
    rows: body.map((record) => rowOf(record, columns)),
    unusedColumns: names.filter((name, index) => columns[index] === null && name !== ''),
  }
}

function refused(
  code: FileProblem['code'],
  line: number | null = null,
  found: string | null = null,
): ImportSheet {
  return { ok: false, problem: { code, line, found } }
}

function columnOf(name: string): ImportColumn | null {
  return importColumns.find((column) => column.toLowerCase() === name.toLowerCase()) ?? null
}

function rowOf({ line, cells }: CsvRecord, columns: readonly (ImportColumn | null)[]): ImportRow {
  // A tab or a line break in front is part of a formula's disguise, so only blanks are taken off.
  const named = columns.flatMap((column, index) => {
    const cell = cells[index]?.replace(/^ +| +$/g, '')
    return column && cell ? [[column, cell] as const] : []
  })
  const isTooWide = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  return { line, cells: Object.fromEntries(named), isTooWide }
}

/** What is wrong with a row whatever the directory says. */
export function shapeProblems({ cells, isTooWide }: ImportRow): RowProblem[] {
  const entries = Object.entries(cells) as [ImportColumn, string][] // Object.entries forgets the names of the keys
  const problems: RowProblem[] = entries.flatMap(([column, cell]): RowProblem[] => {
    if (isFormula(cell)) return [{ code: 'import_formula', column }]
    if (cell.length > cellCharsMax) return [{ code: 'import_cell_too_long', column }]
    return []
  })
  if (!cells.userPrincipalName)
    problems.unshift({ code: 'import_person_missing', column: 'userPrincipalName' })
  if (cells.newNumber && yesOrNo(cells.newNumber) === null && !has(problems, 'newNumber')) {
    problems.push({ code: 'import_not_yes_no', column: 'newNumber' })
  }
  if (isTooWide) problems.push({ code: 'import_too_many_cells', column: null })
  return problems
}

function has(problems: readonly RowProblem[], column: ImportColumn): boolean {
  return problems.some((problem) => problem.column === column)
}

/** Yes or no in English or Italian, null for anything else. */
export function yesOrNo(cell: string): boolean | null {
  const word = cell.trim().toLowerCase()
  if (['yes', 'y', 'sì', 'si', 's', 'true', '1'].includes(word)) return true
  if (['no', 'n', 'false', '0'].includes(word)) return false
  return null
}

/** Line of the first row → line, for every row whose person an earlier row has already. */
export function findRepeats(rows: readonly ImportRow[]): Map<number, number> {
  const firstLine = new Map<string, number>()
  const repeats = new Map<number, number>()
  for (const { line, cells } of rows) {
    const address = cells.userPrincipalName?.toLowerCase()
    if (!address) continue
    const first = firstLine.get(address)
    if (first === undefined) firstLine.set(address, line)
    else repeats.set(line, first)
  }
  return repeats
}

/** Why an upload did not even become a file to check, as the address of the page says it. */
export const uploadProblems = [
  'import_too_large',
  'import_file_missing',
  'field_too_long',
  'wave_over',
  'database_unavailable',
] as const

/** The problem an address names, null for none that we know. */
export function uploadProblem(code: unknown): (typeof uploadProblems)[number] | null {
  return uploadProblems.find((known) => known === code) ?? null
}
