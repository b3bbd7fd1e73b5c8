import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/id'
import { people } from '@/db/schema/people'
import { sessions, signIns } from '@/db/schema/sessions'
import { addMinutes } from '@/lib/clock'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { rolesFrom, type VisitorActor } from '@/lib/domain/actor'
import { idTokenClaims } from '@/lib/domain/id-token'
import { apps, isLive, sessionHoursMax } from '@/lib/domain/session'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { blindOf, digestOf, newSecret, seal } from '@/lib/seal'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({
  app: z.enum(apps),
  /** Already checked by the sign-in library: signature, audience, nonce, times. */
  claims: idTokenClaims,
  /** Null for the portal's own sign-in, whose token is of no use. */
  token: z
    .object({
      value: z.string(),
      expiresAt: z.date(),
      /** Scopes the app should have and this token lacks. */
      missing: z.array(z.string()).default([]),
    })
    .nullable(),
  /** When a fresh sign-in was asked for; null when it was not. */
  freshSince: z.date().nullable(),
  /** The secret of the session this browser has, if any. */
  previousSecret: z.string().nullable(),
  address: z.string().nullable(),
  browser: z.string().nullable(),
})

type Input = z.output<typeof Input>
type Session = typeof sessions.$inferSelect

/**
 * Somebody signed in: a new session row, and the end of the one this browser had. A step-up keeps the roles
 * and the other app's token of the row it replaces. Returns the secret for the browser's cookie.
 *
 * @throws {AppError} unauthenticated — a step-up without a live session, or by somebody else
 */
export async function startSession(visitor: VisitorActor, input: z.input<typeof Input>): Promise<string> {
  const checked = parse(Input, input)
  const secret = newSecret()
  const isAllowed = await transact(visitor, async (work) => {
    work.permit('session.start')
    const person = await upsertPerson(work, checked)
    const previous = await lockPrevious(work, checked)
    if (previous) await revoke(work, previous, previous.personId === person.id ? 'stepped_up' : 'replaced')

    const heir = previous?.personId === person.id && isLive(previous, work.now) ? previous : null
    if (checked.app !== 'portal' && !heir) {
      work.record(
        'session.ended',
        { kind: 'person', id: person.id, oid: person.entraId },
        { outcome: 'refused', detail: { why: 'step_up_without_session' } },
      )
      return false
    }
    await insertSession(work, { input: checked, person, heir, secret })
    const swapId = await settleSwap(work, person.id)
    // Microsoft may name the very registration that was used, which is worth more than its kind.
    if (swapId && checked.freshSince)
      await work.enqueue('methods.look', { personId: person.id }, { key: person.id, priority: 10 })
    return true
  })
  if (!isAllowed) throw new AppError('unauthenticated', 'step_up_by_other')
  return secret
}

async function upsertPerson({ tx, now, record }: Work, { app, claims }: Input) {
  const roles = rolesFrom(claims.roles)
  const seen = app === 'portal' ? { roles, rolesSeenAt: now } : {}
  const [known] = await tx.select().from(people).where(eq(people.entraId, claims.oid)).for('update')
  if (known) {
    if (app === 'portal') await tx.update(people).set(seen).where(eq(people.id, known.id))
    return known
  }
  const [person] = await tx
    .insert(people)
    .values({
      entraId: claims.oid,
      userPrincipalName: claims.preferred_username || claims.oid,
      displayName: claims.name || claims.preferred_username || claims.oid,
      seenAt: now,
      ...seen,
    })
    .returning()
  if (!person) throw new Error('an inserted person must come back')
  record(
    'person.joined',
    { kind: 'person', id: person.id, oid: person.entraId },
    { detail: { by: 'sign_in' } },
  )
  return person
}

async function lockPrevious({ tx }: Work, { previousSecret }: Input): Promise<Session | null> {
  if (!previousSecret) return null
  const [row] = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.secretHash, digestOf(previousSecret)))
    .for('update')
  return row && !row.revokedAt ? row : null
}

async function revoke({ tx, now }: Work, { id }: Session, why: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now, revokedWhy: why, selfToken: null, deskToken: null })
    .where(eq(sessions.id, id))
}

type NewSession = {
  input: Input
  person: { id: string; entraId: string }
  heir: Session | null
  secret: string
}

async function insertSession(
  { tx, now, identify, record }: Work,
  { input, person, heir, secret }: NewSession,
) {
  const { app, claims, freshSince } = input
  const id = newId()
  // Without auth_time nothing says when they signed in; the epoch is never fresh enough.
  const authenticatedAt = new Date((claims.auth_time ?? 0) * 1000)
  const isFresh = freshSince !== null && authenticatedAt.getTime() >= freshSince.getTime() - clockSkewMs
  const roles: readonly string[] = heir && app !== 'portal' ? heir.roles : rolesFrom(claims.roles)

  const addressHash = input.address && blindOf(input.address)
  const browserHash = input.browser && blindOf(input.browser)

  await tx.insert(sessions).values({
    id,
    secretHash: digestOf(secret),
    personId: person.id,
    entraTenantId: claims.tid,
    roles: [...roles],
    app,
    authenticatedAt,
    amr: claims.amr,
    acrs: claims.acrs,
    ...tokensOf(id, input),
    addressHash,
    browserHash,
    startedAt: now,
    lastSeenAt: now,
    expiresAt: heir?.expiresAt ?? addMinutes(now, sessionHoursMax * 60),
  })
  await tx.insert(signIns).values({
    personId: person.id,
    app,
    at: now,
    authenticatedAt,
    amr: claims.amr,
    acrs: claims.acrs,
    isFresh,
    entraTokenId: claims.uti ?? null,
  })
  identify({
    kind: 'person',
    personId: person.id,
    entraId: person.entraId,
    entraTenantId: claims.tid,
    roles: rolesFrom([]),
    sessionId: id,
    authenticatedAt,
    amr: claims.amr,
    acrs: claims.acrs,
    addressHash,
    browserHash,
  })
  const target = { kind: 'session', id, oid: person.entraId }
  const detail = {
    app,
    amr: claims.amr.join(' '),
    acrs: claims.acrs.join(' '),
    fresh: isFresh,
    roles: roles.join(' '),
    ...(input.token ? { missing: input.token.missing.join(' ') } : {}),
  }
  record(isFresh ? 'session.stepped_up' : 'session.started', target, { detail })
}

/** Entra's clock and ours may differ by this much. */
const clockSkewMs = 60_000

/** A Graph token is kept sealed, for its own row only, and only in a row that will be asked for it. */
function tokensOf(id: string, { app, token }: Input): Partial<Session> {
  if (!token || app === 'portal') return {}
  const sealed = seal(token.value, `${id}:${app}`)
  return app === 'self'
    ? { selfToken: sealed, selfTokenExpiresAt: token.expiresAt }
    : { deskToken: sealed, deskTokenExpiresAt: token.expiresAt }
}
