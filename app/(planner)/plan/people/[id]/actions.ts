'use server'

import { receiveReturn } from '@/lib/commands/return/receive-return'
import { formAction } from '@/lib/web/action'

export const receiveAction = formAction(receiveReturn)
