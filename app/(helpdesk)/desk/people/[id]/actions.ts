'use server'

import type { Route } from 'next'
import { openCase } from '@/lib/commands/case/open-case'
import { askLook } from '@/lib/commands/methods/ask-look'
import { receiveReturn } from '@/lib/commands/return/receive-return'
import { formAction } from '@/lib/web/action'

export const readNowAction = formAction(askLook)
export const receiveAction = formAction(receiveReturn)

export const openCaseAction = formAction(openCase, (caseId) => `/desk/cases/${caseId}` as Route) // our own page
