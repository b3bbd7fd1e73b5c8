import type { PersonActor } from '@/lib/domain/actor'
import { judge, type Permission, type Targets } from '@/lib/domain/permissions'

type OfPerson = { id: string; personId: string }

/** The permissions of the desk that are asked about a thing and whom it is about. */
type DeskPermission = {
  [P in Permission]: Targets[P] extends [OfPerson] ? (OfPerson extends Targets[P][0] ? P : never) : never
}[Permission]

/** Why the actor may not do this to anybody, or to themselves; null when they may. For a button to explain itself. */
export function deskRefusal(
  actor: PersonActor,
  now: Date,
  permission: DeskPermission,
  thing: OfPerson,
): 'target_self' | 'forbidden' | null {
  if (judge(actor, now, permission, thing) === 'allowed') return null
  return thing.personId === actor.personId ? 'target_self' : 'forbidden'
}
