/** From when on a zone's clocks show which offset. */
export type ClockChange = {
  kind: 'STANDARD' | 'DAYLIGHT'
  /** Wall clock just before the change: `2026-10-25T03:00`. */
  at: string
  /** Minutes east of UTC, before and after. */
  offsetBefore: number
  offsetAfter: number
}

/** The part of a zone's history that an entry needs: what holds before it, and the changes around it. */
export type ClockZone = { /** IANA. */ name: string; changes: readonly [ClockChange, ...ClockChange[]] }

export type CalendarEntry = {
  /** The same for all versions of an entry, for ever. */
  uid: string
  /** Rises with every version. */
  sequence: number
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  /** When this version was written. */
  stampedAt: Date
  /** Wall clock in the zone: `2026-12-14T09:00`. */
  startsAt: string
  endsAt: string
  zone: ClockZone
  summary: string
  description: string
  location: string
  /** Whom a mailed entry comes from and goes to; PUBLISH names nobody. */
  organizer?: { name: string; address: string }
  attendee?: { name: string; address: string }
  alarms: readonly { minutesBefore: number; text: string }[]
}

/**
 * The entry as an iCalendar file.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 * @see https://www.rfc-editor.org/rfc/rfc5546
 */
export function calendarText(entry: CalendarEntry): string {
  const { zone, method, organizer, attendee } = entry
  const isCancelled = method === 'CANCEL'
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Passaggio//Slot//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...zoneLines(zone),
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utcOf(entry.stampedAt)}`,
    `DTSTART;TZID=${zone.name}:${localOf(entry.startsAt)}`,
    `DTEND;TZID=${zone.name}:${localOf(entry.endsAt)}`,
    `SUMMARY:${escapeText(entry.summary)}`,
    `DESCRIPTION:${escapeText(entry.description)}`,
    `LOCATION:${escapeText(entry.location)}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:OPAQUE',
    ...(organizer ? [`ORGANIZER;CN=${quote(organizer.name)}:mailto:${organizer.address}`] : []),
    ...(attendee && method !== 'PUBLISH' ? [attendeeLine(attendee)] : []),
    ...(isCancelled ? [] : entry.alarms.flatMap(alarmLines)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function attendeeLine({ name, address }: { name: string; address: string }): string {
  return `ATTENDEE;CN=${quote(name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${address}`
}

function alarmLines({ minutesBefore, text }: CalendarEntry['alarms'][number]): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-${durationOf(minutesBefore)}`,
    `DESCRIPTION:${escapeText(text)}`,
    'END:VALARM',
  ]
}

/** In days or hours where it is whole ones: a day before is the same hour, whatever the clocks did in between. */
function durationOf(minutes: number): string {
  if (minutes % 1_440 === 0) return `P${minutes / 1_440}D`
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`
}

function zoneLines({ name, changes }: ClockZone): string[] {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...changes.flatMap(({ kind, at, offsetBefore, offsetAfter }) => [
      `BEGIN:${kind}`,
      `DTSTART:${localOf(at)}`,
      `TZOFFSETFROM:${offsetOf(offsetBefore)}`,
      `TZOFFSETTO:${offsetOf(offsetAfter)}`,
      `END:${kind}`,
    ]),
    'END:VTIMEZONE',
  ]
}

/** `2026-12-14T09:00` → `20261214T090000`. */
function localOf(wallClock: string): string {
  return `${wallClock.replace(/[-:]/g, '').slice(0, 13)}00`
}

function utcOf(instant: Date): string {
  return `${instant.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`
}

/** `-90` → `-0130`. */
function offsetOf(minutes: number): string {
  const size = Math.abs(minutes)
  const digits = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}${digits(size % 60)}`
}

/** A TEXT value: what has a meaning of its own gets a backslash (RFC 5545, 3.3.11). Other control characters have no place in one. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unwritable, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a TEXT value may not hold (3.1, CONTROL)
const unwritable = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A parameter's value in quotation marks, which it cannot hold itself (3.2). */
function quote(text: string): string {
  return `"${text.replace(/["\r\n]/g, ' ').replace(unwritable, '')}"`
}

/** A line in pieces of at most 75 octets, each but the first after a break and a blank; no character is cut (3.1). */
export function foldLine(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    // The blank in front of a continuation counts as well.
    if (octets + size > 75) {
      pieces.push(piece)
      piece = ''
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}

/** How long a character is in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
