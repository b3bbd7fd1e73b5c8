'use server'

import { graphAccess } from '@/lib/auth/graph-access'
import { openOwnCase } from '@/lib/commands/case/open-own-case'
import { raiseOwnCase } from '@/lib/commands/case/raise-own-case'
import { askLook } from '@/lib/commands/methods/ask-look'
import { agreeDesk as agreeDeskCommand } from '@/lib/commands/swap/agree-desk'
import { assignEntries as assignEntriesCommand } from '@/lib/commands/swap/assign-entries'
import { attestKit as attestKitCommand } from '@/lib/commands/swap/attest-kit'
import { attestNewPhoneAnswers as attestNewPhoneAnswersCommand } from '@/lib/commands/swap/attest-new-phone-answers'
import { attestOldPhoneOff as attestOldPhoneOffCommand } from '@/lib/commands/swap/attest-old-phone-off'
import { attestOthersChecked as attestOthersCheckedCommand } from '@/lib/commands/swap/attest-others-checked'
import { changeAnswers as changeAnswersCommand } from '@/lib/commands/swap/change-answers'
import { completeStep as completeStepCommand } from '@/lib/commands/swap/complete-step'
import { countOthers as countOthersCommand } from '@/lib/commands/swap/count-others'
import { describeMove as describeMoveCommand } from '@/lib/commands/swap/describe-move'
import { nameLater as nameLaterCommand } from '@/lib/commands/swap/name-later'
import { showEdition as showEditionCommand } from '@/lib/commands/swap/show-edition'
import { removeOldMethod } from '@/lib/effects/remove-old-method'
import { formAction, leavingAction, serverAction, watchAction } from '@/lib/web/action'

/** Sent from a page that was left behind, a form changes nothing; the page then shows where the move stands. */
const left = { step_moved: '/my?moved=yes' } as const

export const describeMove = leavingAction(describeMoveCommand, left)
export const changeAnswers = formAction(changeAnswersCommand)
export const assignEntries = leavingAction(assignEntriesCommand, left)
export const agreeDesk = leavingAction(agreeDeskCommand, left)
export const completeStep = leavingAction(completeStepCommand, left)
export const attestOldPhoneOff = leavingAction(attestOldPhoneOffCommand, left)
export const attestNewPhoneAnswers = leavingAction(attestNewPhoneAnswersCommand, left)
export const attestOthersChecked = leavingAction(attestOthersCheckedCommand, left)
export const countOthers = leavingAction(countOthersCommand, left)
export const nameLater = leavingAction(nameLaterCommand, left)
export const attestKit = formAction(attestKitCommand)
export const openCase = formAction(openOwnCase)
export const raiseCase = formAction(raiseOwnCase)

export const removeOld = leavingAction(
  async (actor, input: { methodId: string }) =>
    removeOldMethod(actor, await graphAccess(actor, 'self'), input),
  left,
)

export const lookAgain = watchAction((actor) => askLook(actor, { personId: actor.personId }))

export const showEdition = serverAction(showEditionCommand)
