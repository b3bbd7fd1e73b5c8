import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import { findPhone } from '../world/phones'
import type { World } from '../world/world'

/** What a control call brings along. */
export type Input = { body: unknown; params: Record<string, string>; query: URLSearchParams }

/** A control call about something that does not exist: 404. */
export class NotThere extends Error {}

/** A person by id, user principal name, or the first name of one of the cast. @throws {NotThere} */
export function personNamed(world: World, text: string): Person {
  const name = decodeURIComponent(text)
  const byName = Object.values(world.tenant.appRoles).length > 0 ? findCast(world, name) : null
  const person = findPerson(world, name) ?? byName
  if (!person) throw new NotThere(`There is no person ${name}.`)
  return person
}

function findCast(world: World, firstName: string): Person | null {
  const ids = Object.keys(world.tenant.appRoles)
  const people = ids.map((id) => findPerson(world, id)).filter((person) => person !== null)
  return people.find(({ givenName }) => givenName.toLowerCase() === firstName.toLowerCase()) ?? null
}

/** A phone of a person by slot ("old", "new", "tablet") or id. @throws {NotThere} */
export function phoneNamed(world: World, person: Person, text: string): string {
  const id = text.includes('~') ? text : `${person.id}~${text}`
  if (!findPhone(world, id)) throw new NotThere(`${person.displayName} has no phone ${text}.`)
  return id
}
