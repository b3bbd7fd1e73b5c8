'use server'

import { askExamination } from '@/lib/commands/tenant/ask-examination'
import { watchAction } from '@/lib/web/action'

export const askExaminationAction = watchAction(askExamination)
