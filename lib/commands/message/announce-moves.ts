import { invitationKey } from '@/lib/domain/message'
import { readSettings } from '@/lib/queries/settings'
import type { Work } from '@/lib/transact'
import { queueMessages } from './queue-message'

/** Tells people that their move is waiting for them, once for each swap, unless an Owner has switched that off. */
export async function announceMoves(
  work: Work,
  members: readonly { swapId: string; personId: string }[],
): Promise<void> {
  const { announce } = await readSettings(work.tx)
  if (!announce) return
  await queueMessages(
    work,
    members.map(({ swapId, personId }) => ({
      kind: 'invitation',
      personId,
      params: { swapId },
      onceKey: invitationKey(swapId),
    })),
  )
}
