import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { methods, readings } from '@/db/schema/methods'
import { signIns } from '@/db/schema/sessions'
import { swapEntries, swapEvidence, swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { SeenMethod } from '@/lib/domain/method'

/** The owner's hand: data that in the product comes from the worker, or from commands a test is not about. */
function asOwner() {
  return drizzle(postgres(testDatabase.owner, { max: 1, idle_timeout: 1 }), { casing: 'snake_case' })
}

/** An open swap in a published wave (or a draft), with nothing read yet. */
export async function makeSwap(
  person: { id: string },
  wanted: Partial<typeof swaps.$inferInsert> & { publishedAt?: Date | null } = {},
) {
  const { publishedAt = new Date('2026-11-20T08:00:00Z'), ...rest } = wanted
  const db = asOwner()
  const createdAt = new Date('2026-11-19T08:00:00Z')
  const [wave] = await db
    .insert(waves)
    .values({
      name: 'Spring 1',
      state: publishedAt ? 'running' : 'draft',
      ownerId: person.id,
      createdAt,
      publishedAt,
    })
    .returning()
  const [swap] = await db
    .insert(swaps)
    .values({
      personId: person.id,
      waveId: wave!.id,
      state: publishedAt ? 'invited' : 'not_invited',
      stateSince: createdAt,
      createdAt,
      ...rest,
    })
    .returning()
  return swap!
}

/** A registration as Microsoft would show it. */
export function seenMethod(id: string, wanted: Partial<SeenMethod> = {}): SeenMethod {
  return {
    id,
    kind: 'microsoftAuthenticator',
    displayName: id,
    deviceTag: null,
    appVersion: '6.8.40',
    aaguid: null,
    isDefault: false,
    createdAt: null,
    lastUsedAt: null,
    ...wanted,
  }
}

/** What the worker would have written after a look at Microsoft: the reading, and each registration's life. */
export async function makeReading(
  person: { id: string },
  at: Date,
  seen: SeenMethod[],
  gone: readonly string[] = [],
) {
  const db = asOwner()
  await db.insert(readings).values({ personId: person.id, at, graphRequestId: randomUUID(), methods: seen })
  for (const { id, createdAt, lastUsedAt, ...rest } of seen) {
    await db
      .insert(methods)
      .values({
        ...rest,
        personId: person.id,
        entraMethodId: id,
        createdAt: createdAt ? new Date(createdAt) : null,
        lastUsedAt: lastUsedAt ? new Date(lastUsedAt) : null,
        firstSeenAt: at,
        lastSeenAt: at,
      })
      .onConflictDoUpdate({
        target: [methods.personId, methods.entraMethodId],
        set: { lastSeenAt: at, goneAt: null },
      })
  }
  for (const id of gone) {
    await db
      .update(methods)
      .set({ goneAt: at })
      .where(and(eq(methods.personId, person.id), eq(methods.entraMethodId, id)))
  }
}

/** A completed sign-in, fresh unless said otherwise. */
export async function makeSignIn(person: { id: string }, at: Date, amr: string[], isFresh = true) {
  await asOwner()
    .insert(signIns)
    .values({ personId: person.id, app: 'self', at, authenticatedAt: at, amr, acrs: [], isFresh })
}

/** A swap that is safe to wipe: as `makeSwap`, with everything seen, said and signed in for it, an hour ago and since. */
export async function makeSafeSwap(person: { id: string }, wanted: Partial<typeof swaps.$inferInsert> = {}) {
  const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)
  const db = asOwner()
  await makeReading(person, minutesAgo(50), [seenMethod('old')])
  const [baseline] = await db.select().from(readings).where(eq(readings.personId, person.id))
  const swap = await makeSwap(person, {
    publishedAt: minutesAgo(60),
    state: 'safe_to_wipe',
    oldPlatform: 'ios',
    newPlatform: 'ios',
    number: 'same',
    hasOldPhone: true,
    baselineId: baseline!.id,
    createdAt: minutesAgo(60),
    safeAt: minutesAgo(5),
    ...wanted,
  })
  await db.insert(swapEntries).values({ swapId: swap.id, entraMethodId: 'old', owner: 'old_phone' })
  await db.insert(swapEvidence).values([
    { swapId: swap.id, kind: 'desk_agreed', at: minutesAgo(45), detail: {} },
    { swapId: swap.id, kind: 'old_phone_off', at: minutesAgo(35), detail: {} },
    { swapId: swap.id, kind: 'others_checked', at: minutesAgo(5), detail: {} },
  ])
  await makeReading(person, minutesAgo(40), [seenMethod('old'), seenMethod('new')])
  await makeSignIn(person, minutesAgo(30), ['pwd', 'rsa', 'ngcmfa', 'mfa'])
  await makeReading(person, minutesAgo(20), [seenMethod('new')], ['old'])
  await makeSignIn(person, minutesAgo(10), ['pwd', 'rsa', 'ngcmfa', 'mfa'])
  return swap
}
