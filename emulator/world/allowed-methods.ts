import { groupsOf } from './memberships'
import type { MethodKind } from './method'
import type { Person } from './person'
import type { World } from './world'

/** Configurations of the authentication methods policy that decide over sign-in. */
export type PolicyMethod =
  | 'Fido2'
  | 'MicrosoftAuthenticator'
  | 'Sms'
  | 'Voice'
  | 'SoftwareOath'
  | 'HardwareOath'
  | 'TemporaryAccessPass'
  | 'Email'

/**
 * Whether the methods policy allows a method to somebody: switched on, and the person in its scope and not left out.
 * https://learn.microsoft.com/entra/identity/authentication/concept-authentication-methods-manage
 */
export function isAllowed(world: World, person: Person, id: PolicyMethod): boolean {
  const configuration = world.tenant.methodsPolicy.configurations.find((candidate) => candidate.id === id)
  if (configuration?.state !== 'enabled') return false
  const { includeTargets, excludeTargets } = configuration
  const isSimple = [...includeTargets, ...excludeTargets].every(({ id: target }) => target === 'all_users')
  const groups = isSimple ? [] : groupsOf(world, person, true).map((group) => group.id)
  const covers = ({ id: target }: { id: string }) =>
    target === 'all_users' || target === person.id || groups.includes(target)
  return includeTargets.some(covers) && !excludeTargets.some(covers)
}

/** Authenticator's own codes can be switched off beside its notifications. */
export function appCodesAllowed({ tenant }: World): boolean {
  const app = tenant.methodsPolicy.configurations.find(({ id }) => id === 'MicrosoftAuthenticator')
  return app?.details.isSoftwareOathEnabled !== false
}

const policyMethods: Partial<Record<MethodKind, readonly PolicyMethod[]>> = {
  microsoftAuthenticator: ['MicrosoftAuthenticator'],
  phone: ['Sms', 'Voice'],
  fido2: ['Fido2'],
  softwareOath: ['SoftwareOath'],
  hardwareOath: ['HardwareOath'],
  temporaryAccessPass: ['TemporaryAccessPass'],
}

/** Whether a registration of that kind is of any use today. Kinds the policy does not know are. */
export function isKindAllowed(world: World, person: Person, kind: MethodKind): boolean {
  return policyMethods[kind]?.some((id) => isAllowed(world, person, id)) ?? true
}
