import type { Person } from '../../world/person'
import { hasSim } from '../../world/ring'
import type { World } from '../../world/world'
import type { PhoneView } from '../phones/view'
import { phoneViews } from '../phones/views'
import type { Choice } from './choice'
import type { Flow } from './flow'

type Beside = { world: World; flow: Flow; person: Person; choice: Choice | undefined }

/** The phones worth looking at while a method is used: those that ring, show the code, or hold the SIM. */
export function phonesBeside({ world, flow, person, choice }: Beside): PhoneView[] {
  const views = phoneViews(world, person, {
    answerTo: `/signin/${flow.id}/answer`,
    ringId: flow.progress.ringId,
  })
  return views.filter((view) => {
    if (choice?.step === 'push' || choice?.step === 'call') return view.ring !== null
    if (choice?.step === 'text') return hasSim(view.phone, choice.phoneNumber)
    return choice?.step === 'code' && choice.kind !== 'pass' && view.phone.accounts.some(hasWorkCode)
  })
}

function hasWorkCode(account: PhoneView['phone']['accounts'][number]): boolean {
  return account.kind === 'work' && account.totpSecret !== null
}
