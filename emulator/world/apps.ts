import { randomBytes } from 'node:crypto'
import { guidOf } from './random'

export type AppName = 'portal' | 'self' | 'desk' | 'reader' | 'mail'

export type App = {
  name: AppName
  displayName: string
  clientId: string
  /** The enterprise application's own object id. */
  servicePrincipalId: string
  clientSecret: string
  /** Delegated scopes consented for the whole tenant: all of them are in every token. */
  scopes: readonly string[]
  /** Application permissions: in every token got by client credentials. */
  roles: readonly string[]
}

type Facts = Pick<App, 'displayName' | 'scopes' | 'roles'>

const facts: Record<AppName, Facts> = {
  portal: { displayName: 'Passaggio Portal', scopes: [], roles: [] },
  self: {
    displayName: 'Passaggio Self',
    scopes: ['UserAuthMethod-MicrosoftAuthApp.ReadWrite', 'UserAuthMethod-Passkey.ReadWrite'],
    roles: [],
  },
  desk: {
    displayName: 'Passaggio Desk',
    scopes: [
      'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All',
      'UserAuthMethod-Phone.ReadWrite.All',
      'UserAuthMethod-SoftwareOATH.ReadWrite.All',
      'UserAuthMethod-Passkey.ReadWrite.All',
      'UserAuthMethod-TAP.ReadWrite.All',
      'UserAuthenticationMethod.Read.All',
      'User.RevokeSessions.All',
      'User.Read.All',
    ],
    roles: [],
  },
  reader: {
    displayName: 'Passaggio Reader',
    scopes: [],
    roles: [
      'User.Read.All',
      'GroupMember.Read.All',
      'AdministrativeUnit.Read.All',
      'RoleManagement.Read.Directory',
      'RoleEligibilitySchedule.Read.Directory',
      'RoleAssignmentSchedule.Read.Directory',
      'UserAuthenticationMethod.Read.All',
      'AuditLog.Read.All',
      'Policy.Read.AuthenticationMethod',
      'Policy.Read.All',
      'AuthenticationContext.Read.All',
      'Domain.Read.All',
      'DeviceManagementManagedDevices.Read.All',
    ],
  },
  mail: { displayName: 'Passaggio Mail', scopes: [], roles: ['Mail.Send'] },
}

/** Every delegated scope one of the apps could ask for. */
export const scopeNames: readonly string[] = [
  ...new Set([...Object.values(facts).flatMap(({ scopes }) => scopes), 'User.Read', 'Calendars.ReadWrite']),
]

export const appNames = ['portal', 'self', 'desk', 'reader', 'mail'] as const satisfies readonly AppName[]

/** The five registrations of one tenant. Ids follow from the seed, secrets do not. */
export function makeApps(seed: number, secrets: Partial<Record<AppName, string>>): Record<AppName, App> {
  const make = (name: AppName): App => ({
    name,
    clientId: guidOf(seed, `app ${name}`),
    servicePrincipalId: guidOf(seed, `service principal ${name}`),
    clientSecret: secrets[name] ?? randomBytes(24).toString('base64url'),
    ...facts[name],
  })
  return {
    portal: make('portal'),
    self: make('self'),
    desk: make('desk'),
    reader: make('reader'),
    mail: make('mail'),
  }
}
