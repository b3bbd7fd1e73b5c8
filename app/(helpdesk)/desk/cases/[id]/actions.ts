'use server'

import { graphAccess } from '@/lib/auth/graph-access'
import { closeCase } from '@/lib/commands/case/close-case'
import { linkReference } from '@/lib/commands/case/link-reference'
import { takeCase } from '@/lib/commands/case/take-case'
import { askLook } from '@/lib/commands/methods/ask-look'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import { requestReset } from '@/lib/commands/reset/request-reset'
import { stopReset } from '@/lib/commands/reset/stop-reset'
import { freezeSwap } from '@/lib/commands/swap/freeze-swap'
import { unfreezeSwap } from '@/lib/commands/swap/unfreeze-swap'
import { askConfirmation } from '@/lib/commands/verification/ask-confirmation'
import { endVerification } from '@/lib/commands/verification/end-verification'
import { giveEvidence } from '@/lib/commands/verification/give-evidence'
import { startVerification } from '@/lib/commands/verification/start-verification'
import { runResetStep } from '@/lib/effects/run-reset-step'
import { formAction } from '@/lib/web/action'

export const take = formAction(takeCase)
export const close = formAction(closeCase)
export const link = formAction(linkReference)
export const readNow = formAction(askLook)
export const start = formAction(startVerification)
export const ask = formAction(askConfirmation)
export const give = formAction(giveEvidence)
export const end = formAction(endVerification)
export const freeze = formAction(freezeSwap)
export const unfreeze = formAction(unfreezeSwap)
export const clear = formAction(askClearance)
export const request = formAction(requestReset)
export const stop = formAction(stopReset)

export const run = formAction(async (actor, { stepId }: { stepId: string }) =>
  runResetStep(actor, await graphAccess(actor, 'desk'), { stepId }),
)
