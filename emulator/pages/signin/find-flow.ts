import { appOf } from '../../signin/clients'
import {
  abortInteraction,
  finishInteraction,
  type Interaction,
  readInteraction,
} from '../../signin/interaction'
import { logFailedSignIn } from '../../signin/sign-in-log'
import { findPerson } from '../../world/people'
import type { World } from '../../world/world'
import type { Exchange } from '../exchange'
import { signInHere } from '../me'
import { type Flow, forgetProgress, progressOf } from './flow'
import { findLocalFlow, isLocalFlow } from './local-flow'
import { words } from './words'

/** The sign-in that an address below `/signin` is about, or null when it is over or never was. */
export async function findFlow(world: World, { path, request }: Exchange): Promise<Flow | null> {
  const id = path[1] ?? ''
  if (isLocalFlow(id)) return findLocalFlow(id)
  const interaction = await readInteraction(world, request)
  return interaction && appFlow(world, interaction)
}

/** An app's sign-in. Whoever finishes it is signed in to the emulator's own pages too, as at Microsoft. */
function appFlow(world: World, { uid, client, wanted, personId, strengthId }: Interaction): Flow {
  return {
    id: uid,
    appName: client.name,
    wanted: wanted === 'pick' ? 'pick' : 'method',
    strengthId,
    progress: progressOf(uid, personId),
    async finish({ request, response }, proof) {
      forgetProgress(uid)
      response.appendHeader('set-cookie', signInHere(proof))
      await finishInteraction(world, request, response, proof)
      return true
    },
    async cancel({ request, response }) {
      forgetProgress(uid)
      await abortInteraction(world, request, response)
      return true
    },
    failed(deniedId, said) {
      const app = appOf(world, client.clientId)
      const person = findPerson(world, deniedId)
      if (app && person) logFailedSignIn(world, app, person, words[said])
    },
  }
}
