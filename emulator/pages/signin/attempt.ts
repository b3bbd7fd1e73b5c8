import type { Person } from '../../world/person'
import { startCall, startPush } from '../../world/ring'
import { textCode } from '../../world/text-message'
import type { World } from '../../world/world'
import type { Choice } from './choice'
import type { Flow } from './flow'

/** Begins the way that was chosen: rings, calls, texts, or only asks. */
export function startChoice(
  world: World,
  flow: Flow,
  { person, choice }: { person: Person; choice: Choice },
): void {
  const { progress, appName } = flow
  const seconds = world.settings.pushSeconds
  Object.assign(progress, { choiceKey: choice.key, ringId: null, textedCode: null, said: null })
  if (choice.step === 'push')
    progress.ringId = startPush(world, person, { appName, seconds, isPasswordless: choice.isPasswordless }).id
  if (choice.step === 'call')
    progress.ringId = startCall(world, person, { appName, seconds, phoneNumber: choice.phoneNumber }).id
  if (choice.step === 'text') progress.textedCode = textCode(world, choice.phoneNumber).code
}
