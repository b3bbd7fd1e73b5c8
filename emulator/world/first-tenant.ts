import { idOfIndex } from './address'
import { makeApps } from './apps'
import { cast, castFacts, castSize } from './cast-facts'
import { dayMs, isoAt } from './clock'
import { crowdPerson } from './crowd'
import { firstConditionalAccess } from './first-conditional-access'
import { firstMethodsPolicy } from './first-methods-policy'
import type { Genesis } from './genesis'
import { guidOf } from './random'
import { roleIds } from './role-ids'
import { departments, domainName, sites } from './sites'
import type { AdministrativeUnit, Group, RoleAssignment, RoleEligibility, Tenant } from './tenant'

/** The organisation as on the first day. */
export function firstTenant(genesis: Genesis): Tenant {
  const { seed } = genesis
  const personId = (index: number) => idOfIndex(seed, index)
  const hanaAndAda = [personId(cast.hana), personId(cast.ada)]

  return {
    id: guidOf(seed, 'tenant'),
    displayName: 'Aurora Components',
    ...firstRoles(genesis),
    methodsPolicy: firstMethodsPolicy(genesis),
    ...firstConditionalAccess(genesis, makeApps(seed, {})),
    groups: firstGroups(genesis),
    administrativeUnits: sites.map(
      ({ name }): AdministrativeUnit => ({
        id: guidOf(seed, `unit ${name}`),
        displayName: `${name} site`,
        isMemberManagementRestricted: false,
        membership: { by: 'site', site: name },
      }),
    ),
    appRoles: Object.fromEntries(castFacts.map(({ appRoles }, index) => [personId(index), [...appRoles]])),
    appAssignments: { desk: hanaAndAda },
    optionalClaims: {
      portal: ['amr', 'auth_time', 'acrs'],
      self: ['amr', 'auth_time', 'acrs'],
      desk: ['amr', 'auth_time', 'acrs'],
      reader: [],
      mail: [],
    },
    certificates: {},
    grants: {},
    federatedDomains: [],
  }
}

function firstRoles({ seed, bornAt }: Genesis): Pick<Tenant, 'roleAssignments' | 'eligibilities'> {
  const assign = (
    index: number,
    role: keyof typeof roleIds,
    type: RoleAssignment['assignmentType'] = 'Assigned',
  ) => ({
    id: guidOf(seed, `assignment ${role}`, index),
    principalId: idOfIndex(seed, index),
    roleDefinitionId: roleIds[role],
    directoryScopeId: '/',
    assignmentType: type,
    endDateTime: null,
  })
  const eligibility: RoleEligibility = {
    id: guidOf(seed, 'eligibility', cast.hana),
    principalId: idOfIndex(seed, cast.hana),
    roleDefinitionId: roleIds['Authentication Administrator'],
    directoryScopeId: '/',
    startDateTime: isoAt(bornAt - 60 * dayMs),
    endDateTime: null,
  }
  return {
    roleAssignments: [
      assign(cast.hana, 'Authentication Administrator', 'Activated'),
      assign(cast.ada, 'Authentication Administrator'),
      assign(cast.vito, 'Exchange Administrator'),
      assign(cast.breakGlass, 'Global Administrator'),
    ],
    eligibilities: [eligibility],
  }
}

/** Every site, every department, everybody, and the one group whose members count as privileged. */
function firstGroups(genesis: Genesis): Group[] {
  const { seed } = genesis
  const group = (displayName: string, rest: Pick<Group, 'membership'> & Partial<Group>): Group => ({
    id: guidOf(seed, `group ${displayName}`),
    displayName,
    description: '',
    isAssignableToRole: false,
    ownerIds: [],
    ...rest,
  })
  const member = idOfIndex(seed, castSize + 1)
  const owner = crowdPerson(genesis, castSize).id
  return [
    group('All people', { membership: { by: 'everyone' } }),
    ...sites.map(({ name }) => group(`Site ${name}`, { membership: { by: 'site', site: name } })),
    ...departments.map((name) =>
      group(`Department ${name}`, { membership: { by: 'department', department: name } }),
    ),
    group('Tier 0 operators', {
      description: `Can be given Entra roles; mail-enabled as tier0@${domainName}`,
      isAssignableToRole: true,
      membership: { by: 'list', memberIds: [member], groupIds: [] },
      ownerIds: [owner],
    }),
    group('New phones 2026', {
      description: 'Whose phone is replaced this year',
      membership: {
        by: 'list',
        memberIds: newPhones(seed),
        groupIds: [guidOf(seed, 'group Department Research')],
      },
    }),
  ]
}

const newPhones = (seed: number) =>
  [cast.elio, cast.lia, cast.andrea, cast.petra, cast.nora, cast.elena].map((index) => idOfIndex(seed, index))
