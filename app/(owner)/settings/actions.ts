'use server'

import { askSync } from '@/lib/commands/directory/ask-sync'
import { confirmLeavers, rejectLeavers } from '@/lib/commands/directory/decide-leavers'
import { confirmNote } from '@/lib/commands/guide/confirm-note'
import { writeNote } from '@/lib/commands/guide/write-note'
import { decideMessage } from '@/lib/commands/message/decide-message'
import { endOthersSession } from '@/lib/commands/session/end-others-session'
import { changeSetting } from '@/lib/commands/settings/change-setting'
import { testDeskMailbox } from '@/lib/commands/settings/test-desk-mailbox'
import { formAction, watchAction } from '@/lib/web/action'

export const endSessionAction = formAction(endOthersSession)
export const changeSettingAction = formAction(changeSetting)
export const testDeskMailboxAction = formAction(testDeskMailbox)
export const writeNoteAction = formAction(writeNote)
export const confirmNoteAction = formAction(confirmNote)
export const decideMessageAction = formAction(decideMessage)
export const askSyncAction = formAction(askSync)
export const confirmLeaversAction = formAction(confirmLeavers)
export const rejectLeaversAction = formAction(rejectLeavers)
export const lookAgainAction = watchAction(async () => undefined)
