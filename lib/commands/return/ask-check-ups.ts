import { and, asc, eq, isNull, lte, notExists, sql } from 'drizzle-orm'
import { messages } from '@/db/schema/messages'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { queueMessages } from '@/lib/commands/message/queue-message'
import type { JobActor } from '@/lib/domain/actor'
import { checkUpKey } from '@/lib/domain/message'
import { checkUpDueBefore } from '@/lib/domain/return'
import { transact } from '@/lib/transact'

const PEOPLE_AT_ONCE = 200

/**
 * Asks whoever's old phone has been safe to wipe for a day how the new one does, by mail, once for each move.
 * Whoever has already said something, or whose move stands still, is left alone.
 */
export async function askCheckUps(job: JobActor): Promise<void> {
  await transact(job, async (work) => {
    work.permit('message.remind')
    // Asking for mail that is due is no event; that it goes is.
    work.unchanged()
    const { tx, now } = work
    const isTold = eq(messages.onceKey, sql`${checkUpKey('')} || ${swaps.id}`)
    const isAnswered = and(eq(swapEvidence.swapId, swaps.id), eq(swapEvidence.kind, 'check_up'))
    const due = await tx
      .select({ swapId: swaps.id, personId: swaps.personId })
      .from(swaps)
      .where(
        and(
          isNull(swaps.closedAt),
          isNull(swaps.frozenAt),
          lte(swaps.safeAt, checkUpDueBefore(now)),
          notExists(tx.select({ id: messages.id }).from(messages).where(isTold)),
          notExists(tx.select({ at: swapEvidence.at }).from(swapEvidence).where(isAnswered)),
        ),
      )
      .orderBy(asc(swaps.safeAt), asc(swaps.id))
      .limit(PEOPLE_AT_ONCE)
      .for('update', { of: swaps, skipLocked: true })
    await queueMessages(
      work,
      due.map(({ swapId, personId }) => ({
        kind: 'check_up',
        personId,
        params: { swapId },
        onceKey: checkUpKey(swapId),
      })),
    )
  })
}
