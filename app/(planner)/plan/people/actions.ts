'use server'

import { askSync } from '@/lib/commands/directory/ask-sync'
import { confirmLeavers, rejectLeavers } from '@/lib/commands/directory/decide-leavers'
import { formAction } from '@/lib/web/action'

export const askSyncAction = formAction(askSync)
export const confirmLeaversAction = formAction(confirmLeavers)
export const rejectLeaversAction = formAction(rejectLeavers)
