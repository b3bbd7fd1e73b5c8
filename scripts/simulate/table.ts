export type Column = { title: string; isNumber?: boolean }

/** A Markdown table with its columns in line, as the formatter wants it. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, at) =>
    Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const pad = (text: string, at: number) => {
    const width = widths[at] ?? 0
    return columns[at]?.isNumber ? text.padStart(width) : text.padEnd(width)
  }
  const line = (cells: readonly string[]) => `| ${cells.map(pad).join(' | ')} |`
  const rule = columns.map(({ isNumber }, at) => {
    const dashes = '-'.repeat((widths[at] ?? 0) - (isNumber ? 1 : 0))
    return isNumber ? `${dashes}:` : dashes
  })
  return [line(columns.map(({ title }) => title)), `| ${rule.join(' | ')} |`, ...rows.map(line)]
}
