/** What a spreadsheet would take for a formula when it opens the file. @see https://owasp.org/www-community/attacks/CSV_Injection */
export function isFormula(cell: string): boolean {
  return /^[=+\-@\t\r]/.test(cell)
}

/** A line of a CSV file (RFC 4180). What looks like a formula gets an apostrophe in front, so that it stays text. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = isFormula(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
