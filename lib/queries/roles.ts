import { asc, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { is, type PersonActor, type Role, roles } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'

/** Somebody with more than an employee's rights, as their last sign-in showed. */
export type RoleHolder = {
  id: string
  name: string
  userPrincipalName: string
  /** Without `employee`, in the order of lib/domain/actor.ts. */
  roles: Role[]
  /** When Microsoft said so, at a sign-in. */
  seenAt: string
  /** Microsoft's directory no longer has them, or has them disabled: they cannot sign in. */
  isGone: boolean
}

/**
 * Everybody with a role, by name, 500 at most. What Entra was told since somebody's last sign-in is not in it.
 *
 * @throws {AppError} not_found — for Owners only
 */
export async function listRoleHolders(actor: PersonActor): Promise<RoleHolder[]> {
  requireOwner(actor)
  const rows = await db
    .select()
    .from(people)
    .where(sql`cardinality(${people.roles}) > 1`)
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(500)
  return rows.flatMap(
    ({ id, displayName, userPrincipalName, roles: held, rolesSeenAt, isEnabled, leftAt }) =>
      rolesSeenAt
        ? {
            id,
            name: displayName,
            userPrincipalName,
            roles: roles.filter((role) => role !== 'employee' && held.includes(role)),
            seenAt: rolesSeenAt.toISOString(),
            isGone: !isEnabled || leftAt !== null,
          }
        : [],
  )
}

/** @throws {AppError} not_found — the room is not theirs */
export function requireOwner(actor: PersonActor): void {
  if (!is(actor, 'owner')) throw new AppError('not_found', 'not_found')
}
