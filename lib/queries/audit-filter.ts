import { and, asc, eq, like } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { instantOf, localOf } from '@/lib/clock'
import { typesOf } from '@/lib/domain/audit-groups'
import { type Outcome, outcomes } from '@/lib/domain/audit-leaf'
import { type Known, knownHow } from '@/lib/domain/known'

/** The filter as it stands in the URL, whoever wrote it. */
export type EventSearch = Record<string, string | string[] | undefined>

/** The filter as typed, cleaned of what cannot be meant. Empty text: not narrowed. */
export type TypedFilter = {
  /** An event type, or a group: `session.*`. */
  type: string
  /** Who did it: name, user principal name or object id. */
  actor: string
  /** Whom it concerns, likewise. */
  subject: string
  known: Known | ''
  outcome: Outcome | ''
  /** Wall-clock times in `zone` (`2026-11-22T10:00`), or instants in UTC (`2026-11-22T10:00:00Z`). */
  from: string
  until: string
  /** IANA name. */
  zone: string
}

/** What the database is asked for. Null: not narrowed. */
export type EventFilter = {
  types: readonly string[] | null
  actorOids: readonly string[] | null
  subjectOids: readonly string[] | null
  known: string | null
  outcome: string | null
  /** RFC 3339, UTC, milliseconds, as in the leaf. From this instant on. */
  from: string | null
  /** Up to, not including, this instant. */
  until: string | null
}

/** Whom a typed name means. */
export type Match = { people: { oid: string; name: string }[]; tooMany: boolean }

export type ReadFilter = {
  typed: TypedFilter
  filter: EventFilter
  /** The instants that were meant; null where none was, or none can be. */
  at: Record<'from' | 'until', string | null>
  /** The same as a wall clock in the filter's zone shows them; what was typed where it names no instant. */
  local: Record<'from' | 'until', string>
  /** Field → what cannot be right about it. */
  problems: Partial<Record<'from' | 'until', TimeProblem>>
  /** Null where nothing was typed. */
  actor: Match | null
  subject: Match | null
}

export type TimeProblem = 'malformed' | 'skipped' | 'repeated'

const text = (max: number) =>
  z
    .preprocess((value) => (Array.isArray(value) ? value[0] : value), z.string().max(max))
    .transform((value) => value.replaceAll('\0', '').trim())
    .catch('')

const Search = z.object({
  type: text(60).transform((type) => (typesOf(type) ? type : '')),
  actor: text(200),
  subject: text(200),
  known: z.enum(knownHow).or(z.literal('')).catch(''),
  outcome: z.enum(outcomes).or(z.literal('')).catch(''),
  from: text(30),
  until: text(30),
  zone: text(60),
})

/** Reads a filter from a URL and finds whom its names mean. What cannot be understood counts as not said. */
export async function readFilter(search: EventSearch, readerZone: string): Promise<ReadFilter> {
  const said = Search.parse(search)
  const typed = { ...said, zone: isZone(said.zone) ? said.zone : readerZone }
  const [from, until] = [typed.from, typed.until].map((value) => instantIn(value, typed.zone))
  const [actor, subject] = await Promise.all([matchPeople(typed.actor), matchPeople(typed.subject)])
  return {
    typed,
    filter: {
      types: typed.type ? typesOf(typed.type) : null,
      actorOids: actor?.people.map(({ oid }) => oid) ?? null,
      subjectOids: subject?.people.map(({ oid }) => oid) ?? null,
      known: typed.known || null,
      outcome: typed.outcome || null,
      from: from?.at ?? null,
      until: until?.at ?? null,
    },
    at: { from: from?.at ?? null, until: until?.at ?? null },
    local: {
      from: from?.at ? localOf(new Date(from.at), typed.zone) : typed.from,
      until: until?.at ? localOf(new Date(until.at), typed.zone) : typed.until,
    },
    problems: {
      ...(from?.problem && { from: from.problem }),
      ...(until?.problem && { until: until.problem }),
    },
    actor,
    subject,
  }
}

function isZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

function instantIn(value: string, zone: string): { at: string | null; problem: TimeProblem | null } {
  if (!value) return { at: null, problem: null }
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(value) && !Number.isNaN(Date.parse(value)))
    return { at: new Date(value).toISOString(), problem: null }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return { at: null, problem: 'malformed' }
  try {
    const found = instantOf(value, zone)
    return found.ok ? { at: found.instant.toISOString(), problem: null } : { at: null, problem: found.why }
  } catch {
    return { at: null, problem: 'malformed' }
  }
}

/** More people than this are not what somebody meant. */
const matchesMax = 20

async function matchPeople(typed: string): Promise<Match | null> {
  if (!typed) return null
  const oid = z.uuid().safeParse(typed.toLowerCase())
  if (oid.success) return { people: [await nameOf(oid.data)], tooMany: false }
  const words = typed.toLowerCase().split(/\s+/)
  const found = await db
    .select({ oid: people.entraId, name: people.displayName })
    .from(people)
    .where(and(...words.map((word) => like(people.searched, `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`))))
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(matchesMax + 1)
  return { people: found.slice(0, matchesMax), tooMany: found.length > matchesMax }
}

async function nameOf(oid: string) {
  const [person] = await db.select({ name: people.displayName }).from(people).where(eq(people.entraId, oid))
  return { oid, name: person?.name ?? oid }
}
