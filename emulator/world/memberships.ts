import { findPerson, personAt } from './people'
import type { Person } from './person'
import type { AdministrativeUnit, Group } from './tenant'
import type { World } from './world'

/** Whether a group's own rule or list names the person; nested groups count when `isTransitive`. */
function isMember(world: World, group: Group, person: Person, isTransitive: boolean): boolean {
  const { membership } = group
  switch (membership.by) {
    case 'everyone':
      return true
    case 'site':
      return person.officeLocation === membership.site
    case 'department':
      return person.department === membership.department
    case 'list':
      if (membership.memberIds.includes(person.id)) return true
      return isTransitive && nested(world, group).some((inner) => isMember(world, inner, person, true))
  }
}

/** Groups that are members of a group. */
export function nested(world: World, { membership }: Group): Group[] {
  if (membership.by !== 'list') return []
  return world.tenant.groups.filter(({ id }) => membership.groupIds.includes(id))
}

/** The members of a group from an index on, in the order of their index, as many as a page holds. */
export function membersFrom(
  world: World,
  group: Group,
  { from, count, isTransitive }: { from: number; count: number; isTransitive: boolean },
): { people: Person[]; next: number | null } {
  const { membership } = group
  if (membership.by === 'list' && !isTransitive) return listedFrom(world, membership.memberIds, from, count)
  const people: Person[] = []
  for (let index = from; index < world.nextIndex; index += 1) {
    const person = personAt(world, index)
    if (!person || !isMember(world, group, person, isTransitive)) continue
    if (people.length === count) return { people, next: index }
    people.push(person)
  }
  return { people, next: null }
}

function listedFrom(world: World, ids: string[], from: number, count: number) {
  const people = ids.slice(from, from + count).map((id) => findPerson(world, id))
  const next = from + count < ids.length ? from + count : null
  return { people: people.filter((person) => person !== null), next }
}

/** Every group a person is in. */
export function groupsOf(world: World, person: Person, isTransitive: boolean): Group[] {
  return world.tenant.groups.filter((group) => isMember(world, group, person, isTransitive))
}

export function isInUnit({ membership }: AdministrativeUnit, person: Person): boolean {
  return membership.by === 'site'
    ? person.officeLocation === membership.site
    : membership.memberIds.includes(person.id)
}

/** Member or owner of a role-assignable group, or inside a restricted unit: out of ordinary administrators' reach. */
export function isPrivilegedByGroup(world: World, personId: string): boolean {
  const person = findPerson(world, personId)
  if (!person) return false
  const assignable = world.tenant.groups.filter(({ isAssignableToRole }) => isAssignableToRole)
  const restricted = world.tenant.administrativeUnits.filter((unit) => unit.isMemberManagementRestricted)
  return (
    assignable.some((group) => group.ownerIds.includes(personId) || isMember(world, group, person, true)) ||
    restricted.some((unit) => isInUnit(unit, person))
  )
}
