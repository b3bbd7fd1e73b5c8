import { roleName } from '../world/role-ids'
import type { AdministrativeUnit, Group } from '../world/tenant'

export type View = Record<string, unknown>

export const directorySize = { fallback: 100, max: 999 }

export function groupView(group: Group): View {
  const isDynamic = group.membership.by !== 'list'
  return {
    id: group.id,
    description: group.description === '' ? null : group.description,
    displayName: group.displayName,
    groupTypes: isDynamic ? ['DynamicMembership'] : [],
    isAssignableToRole: group.isAssignableToRole ? true : null,
    mailEnabled: false,
    securityEnabled: true,
    visibility: null,
  }
}

/** An object of a mixed list says what it is. */
export const typed = (type: string, view: Record<string, unknown>) => ({
  '@odata.type': `#microsoft.graph.${type}`,
  ...view,
})

export function directoryRole(roleDefinitionId: string): Record<string, unknown> {
  return { id: roleDefinitionId, displayName: roleName(roleDefinitionId), roleTemplateId: roleDefinitionId }
}

export function unitView({
  id,
  displayName,
  isMemberManagementRestricted,
}: AdministrativeUnit): Record<string, unknown> {
  return { id, displayName, description: null, visibility: null, isMemberManagementRestricted }
}
