import type Provider from 'oidc-provider'

import type { World } from '../world/world'

const providers = new WeakMap<World, Provider>()

/** The provider that serves a world. @throws {Error} before sign-in was mounted */
export function runningProvider(world: World): Provider {
  const provider = providers.get(world)
  if (!provider) throw new Error('sign-in is not mounted')
  return provider
}

export function setRunningProvider(world: World, provider: Provider): void {
  providers.set(world, provider)
}
