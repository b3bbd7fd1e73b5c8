/**
 * What a user has at Microsoft besides what this emulator knows of people: it is there when selected, and empty.
 * https://learn.microsoft.com/graph/api/resources/user
 */
const emptyTexts = [
  'ageGroup',
  'city',
  'consentProvidedForMinor',
  'country',
  'creationType',
  'deletedDateTime',
  'employeeHireDate',
  'employeeLeaveDateTime',
  'employeeOrgData',
  'employeeType',
  'externalUserStateChangeDateTime',
  'faxNumber',
  'isResourceAccount',
  'legalAgeGroupClassification',
  'mailNickname',
  'onPremisesDistinguishedName',
  'onPremisesDomainName',
  'onPremisesExtensionAttributes',
  'onPremisesImmutableId',
  'onPremisesLastSyncDateTime',
  'onPremisesSamAccountName',
  'onPremisesSecurityIdentifier',
  'onPremisesUserPrincipalName',
  'passwordPolicies',
  'passwordProfile',
  'postalCode',
  'preferredDataLocation',
  'securityIdentifier',
  'showInAddressList',
  'signInActivity',
  'state',
  'streetAddress',
]

const emptyLists = [
  'assignedLicenses',
  'assignedPlans',
  'identities',
  'imAddresses',
  'infoCatalogs',
  'licenseAssignmentStates',
  'onPremisesProvisioningErrors',
  'otherMails',
  'provisionedPlans',
  'proxyAddresses',
  'serviceProvisioningErrors',
]

export const emptyProperties: Record<string, null | []> = Object.fromEntries([
  ...emptyTexts.map((name) => [name, null]),
  ...emptyLists.map((name) => [name, []]),
])

/** Properties that only a single user has; selecting one on a collection gives 501 (user-list page). */
export const singleOnly = [
  'aboutme',
  'birthday',
  'hiredate',
  'interests',
  'mailboxsettings',
  'mysite',
  'pastprojects',
  'preferredname',
  'responsibilities',
  'schools',
  'skills',
]
