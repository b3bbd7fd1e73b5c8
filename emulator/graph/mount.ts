import type { IncomingMessage, ServerResponse } from 'node:http'

import type { SignIn } from '../signin/mount'
import type { World } from '../world/world'

export function mountGraph(_world: World, _signIn: SignIn) {
  return async (_request: IncomingMessage, _response: ServerResponse): Promise<boolean> => false
}
