import { and, desc, eq, gt, gte, isNull, like, lt, or, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { sessions } from '@/db/schema/sessions'
import { addMinutes, readClock } from '@/lib/clock'
import { type PersonActor, type Role, roles } from '@/lib/domain/actor'
import { type App, apps, idleMinutes } from '@/lib/domain/session'
import { decodeCursor, encodeCursor } from './cursor'
import { requireOwner } from './roles'

/** A session that counts now. */
export type SessionView = {
  id: string
  name: string
  roles: Role[]
  /** The registration the last sign-in went through. */
  app: App
  signedInAt: string
  lastSeenAt: string
  /** When it ends, however busy. */
  endsAt: string
  /** The one this page is read in. */
  isOwn: boolean
}

export type SessionPage = { sessions: SessionView[]; next: string | null }

const pageSize = 50

/**
 * Live sessions, the most recently used first, 50 to a page.
 *
 * @throws {AppError} not_found — for Owners only
 */
export async function listLiveSessions(
  actor: PersonActor,
  { q, page }: { q: string; page: string | null },
): Promise<SessionPage> {
  requireOwner(actor)
  const rows = await db
    .select({ session: sessions, name: people.displayName })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(isCounted(readClock()), isNamed(q), isAfter(page)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const last = rows.length > pageSize ? shown.at(-1) : undefined
  return {
    sessions: shown.map(({ session, name }) => viewOf(session, name, actor)),
    next: last ? encodeCursor([last.session.lastSeenAt.toISOString(), last.session.id]) : null,
  }
}

/** The rule `isLive`, for the database; a test holds the two together. */
function isCounted(now: Date) {
  const staffSince = addMinutes(now, -idleMinutes(['owner']))
  const everybodySince = addMinutes(now, -idleMinutes(['employee']))
  return and(
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, now),
    gte(sessions.lastSeenAt, everybodySince),
    or(sql`${sessions.roles} <@ array['employee']`, gte(sessions.lastSeenAt, staffSince)),
  )
}

function isNamed(q: string) {
  const text = q.replaceAll('\0', '').trim().toLowerCase()
  return text ? like(people.searched, `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`) : undefined
}

function isAfter(page: string | null) {
  const [at, id] = decodeCursor(page, 2) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return undefined
  const instant = new Date(at)
  return or(lt(sessions.lastSeenAt, instant), and(eq(sessions.lastSeenAt, instant), lt(sessions.id, id)))
}

function viewOf(session: typeof sessions.$inferSelect, name: string, actor: PersonActor): SessionView {
  return {
    id: session.id,
    name,
    roles: roles.filter((role) => session.roles.includes(role)),
    app: apps.find((app) => app === session.app) ?? 'portal',
    signedInAt: session.startedAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    endsAt: session.expiresAt.toISOString(),
    isOwn: session.id === actor.sessionId,
  }
}
