import type { Method, Preference } from './method'
import type { Backup, Phone } from './phone'

/** Whether somebody belongs to another organisation and signs in there. */
export function isExternal({ userPrincipalName }: Pick<Person, 'userPrincipalName'>): boolean {
  return userPrincipalName.toUpperCase().includes('#EXT#')
}

export type SiteName = 'Milan' | 'Dublin' | 'Pune'

export type Person = {
  id: string
  /** Place in the generated tenant: 0–16 the cast, the break-glass account, the mailbox, then the crowd, then whoever was added. */
  index: number
  userPrincipalName: string
  displayName: string
  givenName: string
  surname: string
  mail: string | null
  jobTitle: string
  department: string
  officeLocation: SiteName
  companyName: string
  employeeId: string
  usageLocation: 'IT' | 'IE' | 'IN'
  preferredLanguage: 'it-IT' | 'en-IE' | 'en-IN'
  accountEnabled: boolean
  userType: 'Member' | 'Guest'
  onPremisesSyncEnabled: boolean | null
  createdDateTime: string
  lastPasswordChangeDateTime: string
  signInSessionsValidFromDateTime: string
  managerId: string | null
  methods: Method[]
  /** The preferred second factor; null when none was ever registered. */
  preference: Preference | null
  /** The registration the preference was made with: matters only under the stricter deletion rule. */
  defaultMethodId: string | null
  isSystemPreferredEnabled: boolean
  perUserMfaState: 'disabled' | 'enabled' | 'enforced'
  phones: Phone[]
  backups: Backup[]
  /** For the demo's pages: a few words on what this person is for. Empty for the crowd. */
  story: string
}
