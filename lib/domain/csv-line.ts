export type Cell = string | number | boolean | null

/** Says to programs that guess, Excel above all, that a file is UTF-8. */
export const byteOrderMark = '\ufeff'

/**
 * One line of a CSV file, with its CRLF. A text that a spreadsheet would take for a formula gets a `'` in
 * front; an empty cell stands for null.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell)
  const text = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Whether a spreadsheet would take a text for a formula: what OWASP ASVS 5.0 1.2.10 lists, and CR. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\0]/.test(text)
}
