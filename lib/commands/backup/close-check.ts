import { and, eq, isNull } from 'drizzle-orm'
import { backupChecks } from '@/db/schema/devices'
import type { Work } from '@/lib/transact'

/** Answers the monthly question, where one is open. Returns whether one was. */
export async function closeCheck(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  personId: string,
  answer: 'attested' | 'cannot',
): Promise<boolean> {
  const answered = await tx
    .update(backupChecks)
    .set({ answeredAt: now, answer })
    .where(and(eq(backupChecks.personId, personId), isNull(backupChecks.answeredAt)))
    .returning({ personId: backupChecks.personId })
  return answered.length > 0
}
