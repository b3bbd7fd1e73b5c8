/** An appointment as a calendar file tells it. */
export type FileEvent = {
  summary: string
  /** "2026-12-01 09:00 (Europe/Rome)", or the day alone; null when the file does not say. */
  start: string | null
  end: string | null
  location: string | null
  description: string | null
  isCancelled: boolean
}

/** The appointments in a calendar file, in its order. What cannot be read is left out. */
export function eventsIn(text: string): FileEvent[] {
  const properties = unfolded(text)
    .map(property)
    .filter((read) => read !== null)
  const method = properties.find(({ name }) => name === 'METHOD')?.value.toUpperCase()
  const events: FileEvent[] = []
  let open: Property[] | null = null
  for (const read of properties) {
    const isEvent = read.value.toUpperCase() === 'VEVENT'
    if (read.name === 'BEGIN' && isEvent) open = []
    else if (read.name === 'END' && isEvent && open) {
      events.push(fileEvent(open, method === 'CANCEL'))
      open = null
    } else open?.push(read)
  }
  return events
}

type Property = { name: string; zone: string | null; value: string }

/** A line may go on in the next one, which then begins with white space (RFC 5545, 3.1). */
const unfolded = (text: string) => text.replaceAll(/\r?\n[ \t]/g, '').split(/\r?\n/)

function property(line: string): Property | null {
  const parts = /^([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^:;]*))*):(.*)$/.exec(line)
  if (!parts) return null
  const [, name = '', parameters = '', value = ''] = parts
  const zone = /;TZID="?([^;":]+)/i.exec(parameters)?.[1] ?? null
  return { name: name.toUpperCase(), zone, value }
}

function fileEvent(properties: readonly Property[], isMethodCancel: boolean): FileEvent {
  const find = (name: string) => properties.find((read) => read.name === name) ?? null
  const words = (name: string) =>
    find(name)
      ?.value.replaceAll(/\\([nN,;\\])/g, unescaped)
      .trim() || null
  return {
    summary: words('SUMMARY') ?? '(no subject)',
    start: moment(find('DTSTART')),
    end: moment(find('DTEND')),
    location: words('LOCATION'),
    description: words('DESCRIPTION'),
    isCancelled: isMethodCancel || words('STATUS') === 'CANCELLED',
  }
}

const unescaped = (_escape: string, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)

/** 20261201T090000Z and its like, with the zone it is meant in. */
function moment(read: Property | null): string | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/.exec(read?.value ?? '')
  if (!parts || !read) return null
  const [, year, month, day, hour, minute, utc] = parts
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return date
  return `${date} ${hour}:${minute} (${utc ? 'UTC' : (read.zone ?? 'local time')})`
}
