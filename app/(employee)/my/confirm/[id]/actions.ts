'use server'

import { answerConfirmation } from '@/lib/commands/verification/answer-confirmation'
import { formAction } from '@/lib/web/action'

export const answerAction = formAction(answerConfirmation)
