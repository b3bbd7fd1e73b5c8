import { eq } from 'drizzle-orm'
import { backupChecks } from '@/db/schema/devices'
import { closeCheck } from '@/lib/commands/backup/close-check'
import type { PersonActor } from '@/lib/domain/actor'
import { answerCheckRefusal } from '@/lib/domain/backup'
import { AppError } from '@/lib/errors'
import { transact } from '@/lib/transact'

/** The person cannot look at their backup this month. It is an answer: nobody asks again before the next. */
export async function answerCheck(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    const { tx, permit, record } = work
    permit('backup.answer_check', { id: actor.personId })
    const [check] = await tx
      .select()
      .from(backupChecks)
      .where(eq(backupChecks.personId, actor.personId))
      .for('update')
    const refusal = answerCheckRefusal(check ?? null)
    if (refusal) throw new AppError('refused', refusal)

    await closeCheck(work, actor.personId, 'cannot')
    record(
      'backup.check_answered',
      { kind: 'person', id: actor.personId, oid: actor.entraId },
      { detail: { answer: 'cannot' } },
    )
  })
}
