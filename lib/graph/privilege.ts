import { z } from 'zod'
import type { Access } from './access'
import { callBatch } from './batch'
import type { Answered } from './client'
import { callAll, pageAnswer } from './pages'

/** Why an account counts as privileged at Entra, so that only few may touch its methods. */
export type Privilege = {
  /** Directory roles held now, by role definition id. */
  roleIds: string[]
  /** Directory roles that can be activated (PIM). */
  eligibleRoleIds: string[]
  /** Role-assignable groups the person is a member or an owner of. */
  roleGroupIds: string[]
  /** Every group the person is a member of, directly or not. */
  groupIds: string[]
  /** In an administrative unit with restricted management. */
  isManagementRestricted: boolean
  isEnabled: boolean
  isGuest: boolean
  requestId: string | null
}

/**
 * Everything about one account that decides who may touch it, read live, in one request. Needs
 * `RoleManagement.Read.Directory`, `RoleEligibilitySchedule.Read.Directory`, `RoleAssignmentSchedule.Read.Directory`,
 * `GroupMember.Read.All`, `User.Read.All`.
 *
 * @throws {AppError} not_found — no such account · any other: it could not be read, so nobody may be sure
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
export async function readPrivilege(
  access: Access,
  entraId: string,
  signal?: AbortSignal,
): Promise<Privilege> {
  const roles = (kind: string) => ({
    path: `/roleManagement/directory/${kind}?$filter=principalId eq '${entraId}'`,
    answer: pageAnswer(Role),
  })
  const groups = (kind: string) => ({
    path: `/users/${entraId}/${kind}/microsoft.graph.group?$count=true&$select=id,isAssignableToRole`,
    answer: pageAnswer(Group),
    headers: advanced,
  })
  const select = 'id,accountEnabled,userType,isManagementRestricted'
  const [account, ...lists] = await callBatch<[Account, Roles, Roles, Roles, Groups, Groups]>(
    access,
    [
      { path: `/users/${entraId}?$select=${select}`, answer: Account },
      roles('roleAssignments'),
      roles('roleAssignmentScheduleInstances'),
      roles('roleEligibilityScheduleInstances'),
      groups('transitiveMemberOf'),
      groups('ownedObjects'),
    ],
    { signal },
  )
  const { value: person, receipt } = answered(account)
  const [assigned, active, eligible, memberOf, owned] = lists
  const [assignedRoles, activeRoles, eligibleRoles, memberOfGroups, ownedGroups] = await Promise.all([
    whole(access, assigned, { item: Role, signal }),
    whole(access, active, { item: Role, signal }),
    whole(access, eligible, { item: Role, signal }),
    whole(access, memberOf, { item: Group, headers: advanced, signal }),
    whole(access, owned, { item: Group, headers: advanced, signal }),
  ])
  const roleGroups = [...memberOfGroups, ...ownedGroups].filter((group) => group.isAssignableToRole)
  return {
    roleIds: unique([...assignedRoles, ...activeRoles].map((role) => role.roleDefinitionId)),
    eligibleRoleIds: unique(eligibleRoles.map((role) => role.roleDefinitionId)),
    roleGroupIds: unique(roleGroups.map(({ id }) => id)),
    groupIds: unique(memberOfGroups.map(({ id }) => id)),
    isManagementRestricted: person.isManagementRestricted ?? false,
    isEnabled: person.accountEnabled ?? true,
    isGuest: person.userType === 'Guest',
    requestId: receipt.requestId,
  }
}

/** A cast on memberships is an advanced query: it wants this header on every page, and $count. */
const advanced = { ConsistencyLevel: 'eventual' }

const Role = z.object({ roleDefinitionId: z.string() })
const Group = z.object({ id: z.string(), isAssignableToRole: z.boolean().nullish() })
const Account = z.object({
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
  isManagementRestricted: z.boolean().nullish(),
})

type Account = z.infer<typeof Account>
type Roles = FirstPage<z.infer<typeof Role>>
type Groups = FirstPage<z.infer<typeof Group>>
type FirstPage<Item> = { value: Item[]; '@odata.nextLink'?: string | undefined }

/** One question without an answer, and nothing is known. */
function answered<Value>(result: PromiseSettledResult<Value>): Value {
  if (result.status === 'rejected') throw result.reason
  return result.value
}

/** A list of which the first page came with the others. */
async function whole<Item>(
  access: Access,
  first: PromiseSettledResult<Answered<FirstPage<Item>>>,
  call: Parameters<typeof callAll<Item>>[2],
): Promise<Item[]> {
  const { value, '@odata.nextLink': nextLink } = answered(first).value
  if (!nextLink) return value
  const { items } = await callAll(access, nextLink, call)
  return [...value, ...items]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
