import { z } from 'zod'
import type { Access } from './access'
import { callGraph } from './client'
import { callAll } from './pages'

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
 * Everything about one account that decides who may touch it, read live. Needs `RoleManagement.Read.Directory`,
 * `RoleEligibilitySchedule.Read.Directory`, `RoleAssignmentSchedule.Read.Directory`, `GroupMember.Read.All`,
 * `User.Read.All`.
 *
 * @throws {AppError} not_found — no such account · any other: it could not be read, so nobody may be sure
 * @see https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
export async function readPrivilege(
  access: Access,
  entraId: string,
  signal?: AbortSignal,
): Promise<Privilege> {
  const roles = (kind: string) => {
    const path = `/roleManagement/directory/${kind}?$filter=principalId eq '${entraId}'`
    return callAll(access, path, { item: Role, signal })
  }
  // A cast on memberships is an advanced query: it wants this header on every page, and $count.
  const headers = { ConsistencyLevel: 'eventual' }
  const groups = (kind: string) => {
    const path = `/users/${entraId}/${kind}/microsoft.graph.group?$count=true&$select=id,isAssignableToRole`
    return callAll(access, path, { item: Group, headers, signal })
  }
  const select = 'id,accountEnabled,userType,isManagementRestricted'
  const [account, ...lists] = await Promise.all([
    callGraph(access, `/users/${entraId}?$select=${select}`, { answer: Account, signal }),
    roles('roleAssignments'),
    roles('roleAssignmentScheduleInstances'),
    roles('roleEligibilityScheduleInstances'),
    groups('transitiveMemberOf'),
    groups('ownedObjects'),
  ])
  const [assigned, active, eligible, memberOf, owned] = lists
  const roleGroups = [...memberOf.items, ...owned.items].filter((group) => group.isAssignableToRole)
  return {
    roleIds: unique([...assigned.items, ...active.items].map((role) => role.roleDefinitionId)),
    eligibleRoleIds: unique(eligible.items.map((role) => role.roleDefinitionId)),
    roleGroupIds: unique(roleGroups.map(({ id }) => id)),
    groupIds: unique(memberOf.items.map(({ id }) => id)),
    isManagementRestricted: account.value.isManagementRestricted ?? false,
    isEnabled: account.value.accountEnabled ?? true,
    isGuest: account.value.userType === 'Guest',
    requestId: account.receipt.requestId,
  }
}

const Role = z.object({ roleDefinitionId: z.string() })
const Group = z.object({ id: z.string(), isAssignableToRole: z.boolean().nullish() })
const Account = z.object({
  accountEnabled: z.boolean().nullish(),
  userType: z.string().nullish(),
  isManagementRestricted: z.boolean().nullish(),
})

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}
