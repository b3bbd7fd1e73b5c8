import { sql } from 'drizzle-orm'
import { newId } from '@/db/id'
import { swaps } from '@/db/schema/swaps'
import { announceMoves } from '@/lib/commands/message/announce-moves'
import { chunksOf } from '@/lib/domain/chunks'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'
import type { Wave } from './lock-wave'
import { askBaselines, type Member, settleMembers } from './settle-members'

type Swap = typeof swaps.$inferInsert

/** Somebody who comes into a wave, with what the planner knows of their phones. */
export type Newcomer = { personId: string; entraId: string } & Partial<
  Pick<Swap, 'windowId' | 'oldPlatform' | 'newPlatform' | 'number' | 'note' | 'delegateId'>
>

/**
 * Gives everybody a swap in a locked wave, and invites them at once where it is published already.
 *
 * @throws {AppError} refused — somebody came into another wave in the same moment
 */
export async function insertMembers(work: Work, wave: Wave, newcomers: readonly Newcomer[]): Promise<void> {
  const members = newcomers.map(({ entraId, ...newcomer }) => ({ entraId, row: rowOf(work, wave, newcomer) }))
  let inserted = 0
  for (const some of chunksOf(members, 2_000)) {
    const made = await work.tx
      .insert(swaps)
      .values(some.map(({ row }) => row))
      .onConflictDoNothing({ target: swaps.personId, where: sql`closed_at is null` })
      .returning({ id: swaps.id })
    inserted += made.length
  }
  const missing = members.length - inserted
  if (missing > 0) throw new AppError('refused', 'people_not_eligible', { values: { count: missing } })

  for (const { entraId, row } of members) {
    work.record(
      'swap.created',
      { kind: 'swap', id: row.id, oid: entraId },
      { detail: { wave: wave.id, window: row.windowId } },
    )
  }
  if (wave.state === 'running') await invite(work, members)
}

function rowOf({ now }: Work, wave: Wave, newcomer: Omit<Newcomer, 'entraId'>) {
  return {
    ...newcomer,
    id: newId(),
    waveId: wave.id,
    windowId: newcomer.windowId ?? null,
    state: 'not_invited',
    stateSince: now,
    createdAt: now,
  }
}

async function invite(
  work: Work,
  members: readonly { entraId: string; row: ReturnType<typeof rowOf> }[],
): Promise<void> {
  const invited = members.map(
    ({ entraId, row }): Member => ({
      swapId: row.id,
      personId: row.personId,
      entraId,
      state: row.state,
      windowId: row.windowId,
    }),
  )
  await settleMembers(work, invited)
  await askBaselines(work, invited)
  await announceMoves(work, invited)
}
