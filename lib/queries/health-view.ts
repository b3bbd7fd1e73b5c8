import type { PersonActor } from '@/lib/domain/actor'
import type { PartState } from '@/lib/domain/health'
import { readHealth } from './health'
import { requireOwner } from './roles'

export const healthParts = ['database', 'graph', 'queue', 'audit', 'alerts'] as const
export type HealthPart = (typeof healthParts)[number]

/** The answer of `/api/health`, in the order in which one would look for a fault. */
export type HealthView = {
  isWell: boolean
  parts: { name: HealthPart; state: PartState; at: string | null; needsWork: boolean }[]
}

/** How the house is, for the Owner. @throws {AppError} not_found — for Owners only */
export async function getHealth(actor: PersonActor): Promise<HealthView> {
  requireOwner(actor)
  const health = await readHealth()
  return {
    isWell: health.status === 'ok',
    parts: healthParts.map((name) => {
      const { state, at } = health[name]
      return { name, state, at, needsWork: state === 'late' || state === 'down' }
    }),
  }
}
