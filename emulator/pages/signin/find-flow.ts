import type { World } from '../../world/world'
import type { Exchange } from '../exchange'
import type { Flow } from './flow'
import { findLocalFlow } from './local-flow'

/** The sign-in that an address below `/signin` is about, or null when it is over or never was. */
export async function findFlow(_world: World, { path }: Exchange): Promise<Flow | null> {
  return findLocalFlow(path[1] ?? '')
}
