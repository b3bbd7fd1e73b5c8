import { and, asc, eq, gte, isNull } from 'drizzle-orm'
import { readings } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { swapEntries, swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { linkNewOnes } from '@/lib/commands/device/link-new-ones'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { type Gate, readGate } from '@/lib/domain/gate'
import { belongsInBaseline } from '@/lib/domain/method'
import { advance, knownOf } from '@/lib/domain/swap'
import { readEvidence } from '@/lib/queries/evidence'
import type { Work } from '@/lib/transact'

type Swap = typeof swaps.$inferSelect

/**
 * Brings the state of a person's open swap into line with the evidence, in the transaction that brought new
 * evidence. The only writer of `swaps.state` once a swap exists. Returns its id; null, with nothing done, where
 * none is open.
 */
export async function settleSwap(work: Work, personId: string): Promise<string | null> {
  const found = await lockOpenSwap(work, personId)
  if (!found) return null
  const { publishedAt, entraId } = found
  const swap = await adoptBaseline(work, found.swap, { publishedAt, entraId })
  const evidence = await readEvidence(work.tx, swap, work.now)
  await linkNewOnes(work, { ...swap, entraId }, evidence)
  const gate = readGate(evidence)
  const state = advance(
    {
      isPublished: publishedAt !== null,
      isBooked: swap.windowId !== null,
      isBegun: swap.hasOldPhone !== null,
      isReturned: swap.returnedAt !== null,
      isClosed: swap.closedAt !== null,
    },
    gate,
  )
  await keepSafeAt(work, swap, gate)
  if (state === swap.state) return swap.id
  await work.tx.update(swaps).set({ state, stateSince: work.now }).where(eq(swaps.id, swap.id))
  const levels = gate.levels
    .filter(({ reachedAt }) => reachedAt)
    .map(({ level, known }) => `${level}:${known}`)
  work.record(
    'swap.advanced',
    { kind: 'swap', id: swap.id, oid: entraId },
    {
      known: knownOf(state, gate),
      detail: { from: swap.state, to: state, levels: levels.join(' ') },
      decision: { rule: 'advance', approvals: [] },
    },
  )
  if (state === 'safe_to_wipe') await tellSafe(work, swap)
  return swap.id
}

/** The check-up of the day after counts from when the gate opened, and anew where it closed in between. */
async function keepSafeAt({ tx, now }: Work, { id, safeAt }: Swap, { isSafe }: Gate): Promise<void> {
  if (isSafe === (safeAt !== null)) return
  await tx
    .update(swaps)
    .set({ safeAt: isSafe ? now : null })
    .where(eq(swaps.id, id))
}

/** Once for each swap, however often the gate opens. */
async function tellSafe(work: Work, { id, personId }: Swap): Promise<void> {
  const onceKey = `safe to wipe ${id}`
  await queueMessage(work, { kind: 'safe_to_wipe', personId, params: { swapId: id }, onceKey })
}

async function lockOpenSwap({ tx }: Work, personId: string) {
  const [row] = await tx
    .select({ swap: swaps, publishedAt: waves.publishedAt, entraId: people.entraId })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .innerJoin(people, eq(people.id, swaps.personId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
    .for('update', { of: swaps })
  return row ?? null
}

type Context = { publishedAt: Date | null; entraId: string }

/** The first reading after the wave was published is what the swap is compared with, for good. */
async function adoptBaseline(
  { tx, now, record }: Work,
  swap: Swap,
  { publishedAt, entraId }: Context,
): Promise<Swap> {
  if (swap.baselineId || !publishedAt) return swap
  const [reading] = await tx
    .select()
    .from(readings)
    .where(and(eq(readings.personId, swap.personId), gte(readings.at, publishedAt)))
    .orderBy(asc(readings.at))
    .limit(1)
  if (!reading) return swap

  await tx.update(swaps).set({ baselineId: reading.id }).where(eq(swaps.id, swap.id))
  const entries = reading.methods.filter(belongsInBaseline)
  if (entries.length > 0) {
    await tx
      .insert(swapEntries)
      .values(
        entries.map(({ id }) => ({ swapId: swap.id, entraMethodId: id, owner: 'unknown', assignedAt: null })),
      )
  }
  const graph = { requestId: reading.graphRequestId, clientRequestId: null, status: 200 }
  record(
    'swap.baseline_taken',
    { kind: 'swap', id: swap.id, oid: entraId },
    { detail: { methods: entries.length, reading: reading.id, at: now.toISOString() }, graph },
  )
  return { ...swap, baselineId: reading.id }
}
