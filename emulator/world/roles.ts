import { randomUUID } from 'node:crypto'

import { isoAt, msOf } from './clock'
import { writeLedger } from './ledger'
import { emulatorNow } from './moved-clock'
import { roleName } from './role-ids'
import type { RoleAssignment } from './tenant'
import type { World } from './world'
import { saveTenant } from './world'

/** Assignments that count now: activated ones only until they end. */
export function liveAssignments(world: World): RoleAssignment[] {
  const now = emulatorNow(world)
  return world.tenant.roleAssignments.filter(
    ({ endDateTime }) => endDateTime === null || msOf(endDateTime) > now,
  )
}

/** Names of the roles a person holds right now. */
export function rolesOf(world: World, personId: string): string[] {
  const held = liveAssignments(world).filter(({ principalId }) => principalId === personId)
  return held.map(({ roleDefinitionId }) => roleName(roleDefinitionId))
}

/** Roles a person may activate, and whether they are active now. */
export function eligibleRolesOf(world: World, personId: string) {
  const active = liveAssignments(world)
  return world.tenant.eligibilities
    .filter(({ principalId }) => principalId === personId)
    .map((eligibility) => {
      const assignment = active.find(
        (candidate) =>
          candidate.principalId === personId &&
          candidate.roleDefinitionId === eligibility.roleDefinitionId &&
          candidate.assignmentType === 'Activated',
      )
      const displayName = roleName(eligibility.roleDefinitionId)
      return {
        eligibilityId: eligibility.id,
        roleDefinitionId: eligibility.roleDefinitionId,
        displayName,
        isActive: assignment !== undefined,
        endDateTime: assignment?.endDateTime ?? null,
      }
    })
}

/** Activates an eligible role (PIM). False when the person is not eligible. `hours` null: until deactivated. */
export function activateRole(
  world: World,
  personId: string,
  roleDefinitionId: string,
  hours: number | null,
): boolean {
  const eligible = world.tenant.eligibilities.some(
    (candidate) => candidate.principalId === personId && candidate.roleDefinitionId === roleDefinitionId,
  )
  if (!eligible) return false
  dropActivation(world, personId, roleDefinitionId)
  const endDateTime = hours === null ? null : isoAt(emulatorNow(world) + hours * 3_600_000)
  const id = randomUUID()
  const assigned = { principalId: personId, roleDefinitionId, directoryScopeId: '/' }
  world.tenant.roleAssignments.push({ id, ...assigned, assignmentType: 'Activated', endDateTime })
  saveTenant(world)
  writeLedger(world, {
    action: 'role.activated',
    actorId: personId,
    targetId: personId,
    detail: { roleDefinitionId, endDateTime },
  })
  return true
}

/** Ends an activation. Safe to repeat. */
export function deactivateRole(world: World, personId: string, roleDefinitionId: string): void {
  if (!dropActivation(world, personId, roleDefinitionId)) return
  saveTenant(world)
  writeLedger(world, {
    action: 'role.deactivated',
    actorId: personId,
    targetId: personId,
    detail: { roleDefinitionId },
  })
}

function dropActivation(world: World, personId: string, roleDefinitionId: string): boolean {
  const before = world.tenant.roleAssignments.length
  world.tenant.roleAssignments = world.tenant.roleAssignments.filter(
    (held) =>
      !(
        held.principalId === personId &&
        held.roleDefinitionId === roleDefinitionId &&
        held.assignmentType === 'Activated'
      ),
  )
  return world.tenant.roleAssignments.length < before
}
