import { and, asc, eq, isNull, lte, notExists, sql } from 'drizzle-orm'
import { messages } from '@/db/schema/messages'
import { swaps } from '@/db/schema/swaps'
import type { JobActor } from '@/lib/domain/actor'
import { oldPhoneReminders } from '@/lib/domain/message'
import { transact, type Work } from '@/lib/transact'
import { queueMessages } from './queue-message'

const PEOPLE_AT_ONCE = 200

/** Whoever has proved the new phone and keeps the old registration hears of it after a day, and after three. */
export async function remindOldPhones(job: JobActor): Promise<void> {
  await transact(job, async (work) => {
    work.permit('message.remind')
    // Asking for mail that is due is no event; that it goes is.
    work.unchanged()
    for (const reminder of oldPhoneReminders(work.now)) await remind(work, reminder)
  })
}

async function remind(work: Work, { day, since }: { day: number; since: Date }): Promise<void> {
  const key = sql`'old phone ' || ${swaps.id} || ${` day ${day}`}`
  const due = await work.tx
    .select({ swapId: swaps.id, personId: swaps.personId })
    .from(swaps)
    .where(
      and(
        eq(swaps.state, 'proved'),
        isNull(swaps.closedAt),
        isNull(swaps.frozenAt),
        lte(swaps.stateSince, since),
        notExists(work.tx.select({ id: messages.id }).from(messages).where(eq(messages.onceKey, key))),
      ),
    )
    .orderBy(asc(swaps.stateSince), asc(swaps.id))
    .limit(PEOPLE_AT_ONCE)
    .for('update', { of: swaps, skipLocked: true })
  await queueMessages(
    work,
    due.map(({ swapId, personId }) => ({
      kind: 'old_phone_remains',
      personId,
      params: { swapId, day },
      onceKey: `old phone ${swapId} day ${day}`,
    })),
  )
}
