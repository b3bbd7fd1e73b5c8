import type { Person } from './person'
import type { Settings } from './settings'
import type { ConditionalAccessPolicy } from './tenant'
import type { World } from './world'

type Place = Settings['signInsFrom']

/** Addresses sign-ins come from: ranges for documentation, which nobody has. */
export const officeRange = '192.0.2.0/24'
export const addressOf: Record<Place, string> = { office: '192.0.2.1', elsewhere: '198.51.100.7' }

/** The user action of "Register security information". */
export const registerSecurityInfo = 'urn:user:registersecurityinfo'

/** Whether registering security info from a place takes more than a password. */
export function isRegistrationGuarded(
  world: World,
  person: Person,
  place: Place = world.settings.signInsFrom,
): boolean {
  return world.tenant.conditionalAccess.some(
    (policy) =>
      policy.applications.includeUserActions.includes(registerSecurityInfo) &&
      (policy.builtInControls.length > 0 || policy.strengthId !== null) &&
      isInForce(policy, person, place),
  )
}

function isInForce(policy: ConditionalAccessPolicy, person: Person, place: Place): boolean {
  const names = (users: string[]) => users.includes('All') || users.includes(person.id)
  return (
    policy.state === 'enabled' &&
    names(policy.includeUsers) &&
    !names(policy.excludeUsers) &&
    isAboutPlace(policy.locations, place)
  )
}

function isAboutPlace(locations: ConditionalAccessPolicy['locations'], place: Place): boolean {
  if (!locations) return true
  const names = (list: string[]) =>
    list.includes('All') || (place === 'office' && list.includes('AllTrusted'))
  return names(locations.includeLocations) && !names(locations.excludeLocations)
}
