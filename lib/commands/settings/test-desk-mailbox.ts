import { queueMessage } from '@/lib/commands/message/queue-message'
import type { PersonActor } from '@/lib/domain/actor'
import { deskTestRefusal } from '@/lib/domain/message'
import { AppError } from '@/lib/errors'
import { findDeskTest } from '@/lib/queries/desk-test'
import { transact } from '@/lib/transact'
import { lockSettings } from './lock-settings'

/**
 * An Owner has a mail sent to the desk's mailbox, to see that it arrives before it has to.
 *
 * @throws {AppError} forbidden — not an Owner · refused — with the reason from `deskTestRefusal`
 */
export async function testDeskMailbox(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    work.permit('message.test')
    const { deskMailbox } = await lockSettings(work)
    const refusal = deskTestRefusal(deskMailbox, await findDeskTest(work.tx))
    if (refusal) throw new AppError('refused', refusal)
    await queueMessage(work, { kind: 'desk_test', personId: actor.personId, params: {} })
    work.record('message.test_asked', { kind: 'setting', id: 'deskMailbox' })
  })
}
