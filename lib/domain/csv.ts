import { CsvError, parse } from 'csv-parse/sync'

/** A record of a file: where it begins, as an editor counts lines, and its cells. */
export type CsvRecord = { line: number; cells: string[] }

export type CsvFile =
  | { ok: true; separator: Separator; records: CsvRecord[] }
  /** A quotation mark that is never closed, or stands where none can: what follows cannot be told apart. */
  | { ok: false; line: number }

export type Separator = ',' | ';' | '\t'

/** Larger than any cell that means something. */
const recordCharsMax = 20_000

/** The records of a CSV text (RFC 4180), lines without anything in them left out. The first line tells the separator. */
export function readCsv(text: string): CsvFile {
  const separator = separatorOf(text)
  const records: CsvRecord[] = []
  // A record begins where the one before it ended; it may go over several lines.
  let line = 1
  try {
    parse(text, {
      delimiter: separator,
      relax_column_count: true,
      max_record_size: recordCharsMax,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== '')) records.push({ line, cells })
        line = lines + 1
        return null
      },
    })
    return { ok: true, separator, records }
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, line }
    throw error
  }
}

/** Whichever of the three stands most often in the first line, outside quotation marks. */
function separatorOf(text: string): Separator {
  const [first = ''] = text.split(/\r\n|\n|\r/, 1)
  const bare = first.replace(/"[^"]*"/g, '')
  const count = (separator: Separator) => bare.split(separator).length
  const candidates: readonly Separator[] = [',', ';', '\t']
  return candidates.reduce((best, next) => (count(next) > count(best) ? next : best))
}
