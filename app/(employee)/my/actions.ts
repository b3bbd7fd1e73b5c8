'use server'

import { graphAccess } from '@/lib/auth/graph-access'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { askLook } from '@/lib/commands/methods/ask-look'
import { agreeDesk as agreeDeskCommand } from '@/lib/commands/swap/agree-desk'
import { assignEntries as assignEntriesCommand } from '@/lib/commands/swap/assign-entries'
import { attestKit as attestKitCommand } from '@/lib/commands/swap/attest-kit'
import { attestOldPhoneOff as attestOldPhoneOffCommand } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked as attestOthersCheckedCommand } from '@/lib/commands/swap/attest-others-checked'
import { completeStep as completeStepCommand } from '@/lib/commands/swap/complete-step'
import { describeMove as describeMoveCommand } from '@/lib/commands/swap/describe-move'
import { removeOldMethod } from '@/lib/effects/remove-old-method'
import { formAction, watchAction } from '@/lib/web/action'

export const describeMove = formAction(describeMoveCommand)
export const assignEntries = formAction(assignEntriesCommand)
export const agreeDesk = formAction(agreeDeskCommand)
export const completeStep = formAction(completeStepCommand)
export const attestOldPhoneOff = formAction(attestOldPhoneOffCommand)
export const attestOthersChecked = formAction(attestOthersCheckedCommand)
export const attestKit = formAction(attestKitCommand)
export const openCase = formAction(openOwnCase)
export const raiseCase = formAction(raiseOwnCase)

export const removeOld = formAction(async (actor, input: { methodId: string }) =>
  removeOldMethod(actor, await graphAccess(actor, 'self'), input),
)

export const lookAgain = watchAction((actor) => askLook(actor, { personId: actor.personId }))
