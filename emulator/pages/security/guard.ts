import { isRegistrationGuarded } from '../../world/conditional-access'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { choicesOf } from '../signin/choice'

/** Somebody who has no method left registers with the password alone, unless a policy guards that where they are. */
export function isPasswordEnough(world: World, person: Person): boolean {
  return choicesOf(world, person).length === 0 && !isRegistrationGuarded(world, person)
}
