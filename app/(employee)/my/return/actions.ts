'use server'

import { answerCheckUp as answerCheckUpCommand } from '@/lib/commands/return/answer-check-up'
import { completeReturnStep as completeReturnStepCommand } from '@/lib/commands/return/complete-return-step'
import { keepPhone as keepPhoneCommand } from '@/lib/commands/return/keep-phone'
import { signReturn as signReturnCommand } from '@/lib/commands/return/sign-return'
import { undoReturnStep as undoReturnStepCommand } from '@/lib/commands/return/undo-return-step'
import { formAction } from '@/lib/web/action'

export const completeReturnStep = formAction(completeReturnStepCommand)
export const undoReturnStep = formAction(undoReturnStepCommand)
export const signReturn = formAction(signReturnCommand)
export const keepPhone = formAction(keepPhoneCommand)

export const answerCheckUp = formAction(answerCheckUpCommand, ({ answer }) =>
  answer === 'problem' ? '/my/help' : '/my',
)
