import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { makePerson, personActor } from '@/tests/support/make'

/** A planner, signed in a moment ago. */
export async function makePlanner(): Promise<PersonActor> {
  return personActor(await makePerson({ displayName: 'Paola Planner' }), ['planner'])
}

/** A draft, unless another state is wanted. */
export async function makeWave(wanted: Partial<typeof waves.$inferInsert> = {}) {
  const ownerId = wanted.ownerId ?? (await makePerson()).id
  const [wave] = await db
    .insert(waves)
    .values({
      name: 'Spring',
      state: 'draft',
      createdAt: new Date('2026-11-20T08:00:00Z'),
      ...wanted,
      ownerId,
    })
    .returning()
  return wave!
}

/** A window far enough in the future. */
export async function makeWindow(waveId: string, wanted: Partial<typeof windows.$inferInsert> = {}) {
  const [window] = await db
    .insert(windows)
    .values({
      waveId,
      name: 'Milan morning',
      site: 'Milan',
      startsAt: new Date('2099-12-14T08:00:00Z'),
      endsAt: new Date('2099-12-14T11:00:00Z'),
      timeZone: 'Europe/Rome',
      capacity: 10,
      ...wanted,
    })
    .returning()
  return window!
}

/** Somebody in a wave. */
export async function makeMember(waveId: string, wanted: Partial<typeof swaps.$inferInsert> = {}) {
  const personId = wanted.personId ?? (await makePerson()).id
  const at = new Date('2026-11-20T09:00:00Z')
  const [swap] = await db
    .insert(swaps)
    .values({ waveId, state: 'not_invited', stateSince: at, createdAt: at, ...wanted, personId })
    .returning()
  return swap!
}

/** The types of all events so far, oldest first. */
export async function eventTypes(): Promise<string[]> {
  const events = await db.select({ type: auditEvents.type }).from(auditEvents).orderBy(auditEvents.id)
  return events.map(({ type }) => type)
}

/** Somebody who may look at waves and not change them. */
export async function makeTechnician(): Promise<PersonActor> {
  return personActor(await makePerson({ displayName: 'Toni Technician' }), ['technician'])
}

/** Somebody for whom there are no waves. */
export async function makeEmployee(): Promise<PersonActor> {
  return personActor(await makePerson({ displayName: 'Elio Esposito' }))
}

/** What settled promises became: codes of refusals, `done` otherwise, in alphabetical order. */
export function outcomes(settled: PromiseSettledResult<unknown>[]): string[] {
  return settled
    .map((result) => (result.status === 'fulfilled' ? 'done' : String(result.reason.code ?? result.reason)))
    .sort()
}
