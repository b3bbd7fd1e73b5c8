'use server'

import { checkMessage } from '@/lib/commands/message/check-message'
import { answerOf } from '@/lib/messages/checked'
import { visitorAction } from '@/lib/web/action'

export const checkMessageAction = visitorAction(async (visitor, input) =>
  answerOf(await checkMessage(visitor, input)),
)
