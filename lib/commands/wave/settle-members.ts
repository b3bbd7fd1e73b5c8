import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { looks, methods } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { signIns } from '@/db/schema/sessions'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { chunksOf } from '@/lib/domain/chunks'
import { readGate } from '@/lib/domain/gate'
import { advance } from '@/lib/domain/swap'
import { lookAt } from '@/lib/domain/wave'
import { isAnyOf } from '@/lib/queries/any-of'
import { readEvidence } from '@/lib/queries/evidence'
import type { Work } from '@/lib/transact'
import { settleSwap } from '../swap/settle-swap'

/** An open swap of a locked wave. */
export type Member = {
  swapId: string
  personId: string
  entraId: string
  state: string
  windowId: string | null
}

/**
 * Brings the states of many open swaps of a published wave into line. Where nothing is known of a person yet,
 * which is nearly everybody, the rule `advance` gives the same answer for all of them and is asked once;
 * for the others `settleSwap` looks at the evidence.
 */
export async function settleMembers(work: Work, members: readonly Member[]): Promise<void> {
  const touched = await findTouched(work, members)
  for (const { personId } of members.filter(({ swapId }) => touched.has(swapId))) {
    await settleSwap(work, personId)
  }
  const untouched = members.filter(({ swapId }) => !touched.has(swapId))
  await settleUntouched(
    work,
    untouched.filter(({ windowId }) => windowId !== null),
    { isBooked: true },
  )
  await settleUntouched(
    work,
    untouched.filter(({ windowId }) => windowId === null),
    { isBooked: false },
  )
}

/** Swaps of people who have begun, or whose gate could show anything: registrations, sign-ins or words there are. */
async function findTouched({ tx }: Work, members: readonly Member[]): Promise<Set<string>> {
  if (members.length === 0) return new Set()
  const rows = await tx
    .select({ id: swaps.id })
    .from(swaps)
    .where(
      sql`${isAnyOf(swaps.id, idsOf(members), 'uuid')} and (
        ${swaps.hasOldPhone} is not null
        or exists (select 1 from ${methods} where ${methods.personId} = ${swaps.personId})
        or exists (select 1 from ${signIns} where ${signIns.personId} = ${swaps.personId} and ${signIns.at} >= ${swaps.createdAt})
        or exists (select 1 from ${swapEvidence} where ${swapEvidence.swapId} = ${swaps.id}))`,
    )
  return new Set(rows.map(({ id }) => id))
}

async function settleUntouched(
  { tx, now, record }: Work,
  members: readonly Member[],
  { isBooked }: { isBooked: boolean },
): Promise<void> {
  const [first] = members
  if (!first) return
  const [swap] = await tx.select().from(swaps).where(eq(swaps.id, first.swapId))
  if (!swap) throw new Error('a locked swap must be there')
  const state = advance(
    { isPublished: true, isBooked, isBegun: false, isReturned: false, isClosed: false },
    readGate(await readEvidence(tx, swap, now)),
  )
  const moving = members.filter((member) => member.state !== state)
  if (moving.length === 0) return
  await tx
    .update(swaps)
    .set({ state, stateSince: now })
    .where(isAnyOf(swaps.id, idsOf(moving), 'uuid'))
  for (const member of moving) {
    record(
      'swap.advanced',
      { kind: 'swap', id: member.swapId, oid: member.entraId },
      {
        // Nothing was proved: somebody was invited, or got a seat.
        known: 'done',
        detail: { from: member.state, to: state, levels: '' },
        decision: { rule: 'advance', approvals: [] },
      },
    )
  }
}

function idsOf(members: readonly Member[]): string[] {
  return members.map(({ swapId }) => swapId)
}

/** Asks for everybody's baseline, spread over time so that a large wave does not use up what Microsoft allows. */
export async function askBaselines(work: Work, members: readonly Member[]): Promise<void> {
  const due = members.map(({ personId }, index) => ({ personId, at: lookAt(work.now, index) }))
  for (const some of chunksOf(due, 5_000)) {
    await work.tx
      .insert(looks)
      .values(some.map(({ personId, at }) => ({ personId, askedAt: at })))
      .onConflictDoUpdate({
        target: looks.personId,
        set: { askedAt: sql`excluded.asked_at`, askedById: null, failureCount: 0 },
      })
  }
  await work.enqueueMany(
    'methods.look',
    due.map(({ personId, at }) => ({ payload: { personId }, key: personId, startAfter: at })),
  )
}

/** Everybody with an open swap in the wave, locked, in the order in which they came. */
export async function lockMembers({ tx }: Work, waveId: string): Promise<Member[]> {
  return tx
    .select({
      swapId: swaps.id,
      personId: swaps.personId,
      entraId: people.entraId,
      state: swaps.state,
      windowId: swaps.windowId,
    })
    .from(swaps)
    .innerJoin(people, eq(people.id, swaps.personId))
    .where(and(eq(swaps.waveId, waveId), isNull(swaps.closedAt)))
    .orderBy(asc(swaps.id))
    .for('update', { of: swaps })
}
