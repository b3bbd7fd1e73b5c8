'use server'

import { closeCase } from '@/lib/commands/case/close-case'
import { takeCase } from '@/lib/commands/case/take-case'
import { askLook } from '@/lib/commands/methods/ask-look'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import { formAction } from '@/lib/web/action'

export const take = formAction(takeCase)
export const close = formAction(closeCase)
export const readNow = formAction(askLook)
export const start = formAction(startVerification)
export const ask = formAction(askConfirmation)
export const give = formAction(giveEvidence)
export const end = formAction(endVerification)
