import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { sessions } from '@/db/schema/sessions'
import { readClock } from '@/lib/clock'
import { type PersonActor, type Role, roles } from '@/lib/domain/actor'
import { isLive } from '@/lib/domain/session'

/** Who holds this session: what shells show, and when the session was last seen. */
export type SignedIn = {
  actor: PersonActor
  displayName: string
  /** What they chose here, else what the directory gives; a language tag. */
  preferredLanguage: string | null
  lastSeenAt: Date
}

/** The signed-in person behind a session's secret hash, or null: unknown, ended, idle too long, or disabled. */
export async function findSignedIn(secretHash: string): Promise<SignedIn | null> {
  const [row] = await db
    .select({ session: sessions, person: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.secretHash, secretHash))
  if (!row || !isLive(row.session, readClock())) return null
  const { session, person } = row
  if (!person.isEnabled || person.leftAt) return null
  return {
    actor: {
      kind: 'person',
      personId: person.id,
      entraId: person.entraId,
      entraTenantId: session.entraTenantId,
      roles: session.roles.filter((role): role is Role => roles.some((known) => known === role)),
      sessionId: session.id,
      authenticatedAt: session.authenticatedAt,
      amr: session.amr,
      acrs: session.acrs,
      addressHash: session.addressHash,
      browserHash: session.browserHash,
    },
    displayName: person.displayName,
    preferredLanguage: person.language ?? person.preferredLanguage,
    lastSeenAt: session.lastSeenAt,
  }
}

/** The sealed Graph token a session holds for an app, while it lasts; else null. */
export async function findSealedToken(actor: PersonActor, app: 'self' | 'desk'): Promise<string | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, actor.sessionId))
  if (!row || row.revokedAt) return null
  const { token, expiresAt } =
    app === 'self'
      ? { token: row.selfToken, expiresAt: row.selfTokenExpiresAt }
      : { token: row.deskToken, expiresAt: row.deskTokenExpiresAt }
  return token && expiresAt && expiresAt > readClock() ? token : null
}
