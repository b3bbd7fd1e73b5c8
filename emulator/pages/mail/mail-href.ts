import type { Person } from '../../world/person'
import { addressName } from '../people-list'

/** Where somebody's mail and calendar are shown. */
export function mailHref(person: Person): string {
  return `/mail/${encodeURIComponent(addressName(person))}`
}
