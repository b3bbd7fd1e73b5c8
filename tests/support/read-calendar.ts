/** One line of an iCalendar file, unfolded. */
export type CalendarLine = { name: string; params: Record<string, string>; value: string }

/** The lines of an iCalendar file, by a reader of its own that shares nothing with what writes them. @throws {Error} malformed */
export function readCalendar(text: string): CalendarLine[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line must end')
  const unfolded = text.replaceAll(/\r\n[ \t]/g, '')
  return unfolded.slice(0, -2).split('\r\n').map(readLine)
}

function readLine(line: string): CalendarLine {
  const found = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line)
  if (!found) throw new Error(`no line of iCalendar: ${line}`)
  const [, name = '', rest = '', value = ''] = found
  const params = Object.fromEntries(
    [...rest.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))/g)].map(([, key, quoted, plain]) => [
      key,
      quoted ?? plain,
    ]),
  )
  return { name, params, value }
}

/** The text behind an escaped TEXT value. */
export function readText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark === 'n' || mark === 'N' ? '\n' : mark))
}
