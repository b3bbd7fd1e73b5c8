import { and, asc, eq, isNull, notInArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { readClock } from '@/lib/clock'
import type { PersonActor, Role } from '@/lib/domain/actor'
import { readEnv } from '@/lib/env'

export type Person = typeof people.$inferSelect

/** Who of the cast holds which role of the portal. */
export const staff = {
  'Olga Owner': ['Owner'],
  'Paola Planner': ['Planner'],
  'Hana Helpdesk': ['Helpdesk', 'Verifier'],
  'Ada Approver': ['Approver'],
  'Aldo Auditor': ['Auditor'],
  'Toni Technician': ['Technician'],
} as const

/** The cast that moves to a new phone. */
export const movers = [
  'Elio Esposito',
  'Lia Legacy',
  'Andrea Android',
  'Petra Platform',
  'Nora Newnumber',
  'Lea Lostphone',
  'Elena Early',
  'Piero Passkey',
  'Samir Stuck',
  'Vito VIP',
  'Thea Throttled',
] as const

const notTheCrowd = [...Object.keys(staff), ...movers, 'Emergency Access']

/** Somebody of the cast. */
export async function castMember(displayName: string): Promise<Person> {
  const [person] = await db.select().from(people).where(eq(people.displayName, displayName))
  if (!person) throw new Error(`the emulated tenant must have ${displayName}`)
  return person
}

/** Colleagues of a site who sign in with Authenticator and hold no admin role, by name. */
export async function colleagues(site: string, count: number): Promise<Person[]> {
  return db
    .select()
    .from(people)
    .where(
      and(
        eq(people.site, site),
        eq(people.userType, 'member'),
        eq(people.isEnabled, true),
        isNull(people.leftAt),
        eq(people.isAdmin, false),
        sql`'microsoftAuthenticatorPush' = any(${people.methodsRegistered})`,
        notInArray(people.displayName, notTheCrowd),
      ),
    )
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(count)
}

/** The person as if signed in at the instant the clock shows. */
export function signedIn(person: Person, roles: readonly Role[] = []): PersonActor {
  return {
    kind: 'person',
    personId: person.id,
    entraId: person.entraId,
    entraTenantId: readEnv('TENANT_ID'),
    roles: ['employee', ...roles],
    sessionId: person.id,
    authenticatedAt: readClock(),
    amr: ['pwd', 'mfa'],
    acrs: [],
    addressHash: null,
    browserHash: null,
  }
}
