import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { looks, methods, readings } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { JobActor } from '@/lib/domain/actor'
import { planReading, type ReadingPlan } from '@/lib/domain/look'
import type { SeenMethod } from '@/lib/domain/method'
import { AppError } from '@/lib/errors'
import type { MethodList } from '@/lib/graph/methods'
import { transact } from '@/lib/transact'

type Input = { personId: string; startedAt: string; list: MethodList }

/**
 * Writes what Microsoft showed of a person's registrations, and what follows from it for their swap. A look
 * that shows nothing new leaves no event. One that began before the last recorded look comes too late; one that
 * was asked for again meanwhile is followed by another.
 */
export async function recordReading(actor: JobActor, { personId, startedAt, list }: Input): Promise<void> {
  await transact(actor, async (work) => {
    const { tx, now, permit, record, unchanged, enqueue } = work
    permit('methods.record')
    unchanged()
    const { entraId, askedAt, readAt } = await lockLook(tx, personId)
    const began = new Date(startedAt)
    if (readAt && began < readAt) return

    const plan = planReading(await listLive(tx, personId), list)
    await writeMethods(tx, { personId, plan, now })
    if (plan.isNews || !readAt || (await isBaselineWanted(tx, personId))) {
      await tx
        .insert(readings)
        .values({ personId, at: now, graphRequestId: list.requestId, methods: plan.methods })
    }
    await tx
      .update(looks)
      .set({ readAt: began, endedAt: now, failure: null, retryAt: null, failureCount: 0 })
      .where(eq(looks.personId, personId))
    if (plan.isNews || !readAt) {
      const counts = {
        live: plan.methods.length,
        appeared: plan.appearedIds.length,
        gone: plan.goneIds.length,
      }
      const graph = { requestId: list.requestId, clientRequestId: null, status: 200 }
      record('methods.read', { kind: 'person', id: personId, oid: entraId }, { detail: counts, graph })
    }
    await settleSwap(work, personId)
    if (askedAt > began) await enqueue('methods.look', { personId }, { key: personId, priority: 10 })
  })
}

async function lockLook(tx: Tx, personId: string) {
  const [look] = await tx
    .select({ entraId: people.entraId, askedAt: looks.askedAt, readAt: looks.readAt })
    .from(looks)
    .innerJoin(people, eq(people.id, looks.personId))
    .where(eq(looks.personId, personId))
    .for('update', { of: looks })
  if (!look) throw new AppError('not_found', 'not_found')
  return look
}

async function listLive(tx: Tx, personId: string): Promise<SeenMethod[]> {
  const rows = await tx
    .select()
    .from(methods)
    .where(and(eq(methods.personId, personId), isNull(methods.goneAt)))
  return rows.map(
    ({ entraMethodId, kind, displayName, deviceTag, appVersion, aaguid, isDefault, ...row }) => ({
      id: entraMethodId,
      kind,
      displayName,
      deviceTag,
      appVersion,
      aaguid,
      isDefault,
      createdAt: row.createdAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    }),
  )
}

type Written = { personId: string; plan: ReadingPlan; now: Date }

async function writeMethods(tx: Tx, { personId, plan, now }: Written): Promise<void> {
  if (plan.goneIds.length > 0) {
    await tx
      .update(methods)
      .set({ goneAt: now })
      .where(and(eq(methods.personId, personId), inArray(methods.entraMethodId, plan.goneIds)))
  }
  if (plan.methods.length === 0) return
  await tx
    .insert(methods)
    .values(
      plan.methods.map(({ id, createdAt, lastUsedAt, ...method }) => ({
        ...method,
        personId,
        entraMethodId: id,
        createdAt: createdAt ? new Date(createdAt) : null,
        lastUsedAt: lastUsedAt ? new Date(lastUsedAt) : null,
        firstSeenAt: now,
        lastSeenAt: now,
      })),
    )
    .onConflictDoUpdate({
      target: [methods.personId, methods.entraMethodId],
      set: {
        kind: sql`excluded.kind`,
        displayName: sql`excluded.display_name`,
        deviceTag: sql`excluded.device_tag`,
        appVersion: sql`excluded.app_version`,
        aaguid: sql`excluded.aaguid`,
        isDefault: sql`excluded.is_default`,
        createdAt: sql`excluded.created_at`,
        lastUsedAt: sql`excluded.last_used_at`,
        lastSeenAt: now,
        goneAt: null,
      },
    })
}

/** A swap that has no reading to be compared with yet takes this one, new or not. */
async function isBaselineWanted(tx: Tx, personId: string): Promise<boolean> {
  const [swap] = await tx
    .select({ id: swaps.id })
    .from(swaps)
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNull(swaps.baselineId)))
  return swap !== undefined
}
