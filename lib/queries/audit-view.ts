import { inArray } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { type Leaf, type Outcome, readLeaf } from '@/lib/domain/audit-leaf'
import type { Known } from '@/lib/domain/known'
import type { EventRow } from './audit-rows'

/** Who did it. A name is null when the directory no longer has one. */
export type EventActor =
  | { kind: 'person'; oid: string; name: string | null }
  | { kind: 'job'; name: string }
  | { kind: 'visitor'; reference: string | null }

/** One event as lists and timelines show it. */
export type EventView = {
  id: string
  /** RFC 3339, UTC. */
  at: string
  type: string
  actor: EventActor
  /** The person concerned, if any. */
  subject: { oid: string; name: string | null } | null
  /** The thing it is about, by our own id. */
  target: { kind: string; id: string }
  known: Known
  outcome: Outcome
  detail: Leaf['detail']
}

/** The rows as views, in their order, with the names the directory has today. */
export async function viewsOf(rows: readonly EventRow[]): Promise<EventView[]> {
  const leaves = rows.map(({ body }) => readLeaf(body))
  const names = await namesOf(leaves)
  return leaves.map((leaf) => viewOf(leaf, names))
}

/** One leaf as a view. */
export function viewOf(leaf: Leaf, names: ReadonlyMap<string, string>): EventView {
  const { id, at, type, actor, target, known, outcome, detail } = leaf
  const nameOf = (oid: string) => names.get(oid) ?? null
  return {
    id,
    at,
    type,
    actor: actor.kind === 'person' ? { kind: 'person', oid: actor.oid, name: nameOf(actor.oid) } : actor,
    subject: target.oid === null ? null : { oid: target.oid, name: nameOf(target.oid) },
    target: { kind: target.kind, id: target.id },
    known,
    outcome,
    detail,
  }
}

/** Object id → name, of everybody the leaves speak of. Leaves hold no names. */
export async function namesOf(leaves: readonly Leaf[]): Promise<Map<string, string>> {
  const said = leaves.flatMap(({ actor, target }) => [actor.kind === 'person' ? actor.oid : null, target.oid])
  const oids = [...new Set(said)].filter((oid): oid is string => z.uuid().safeParse(oid).success)
  if (oids.length === 0) return new Map()
  const found = await db
    .select({ oid: people.entraId, name: people.displayName })
    .from(people)
    .where(inArray(people.entraId, oids))
  return new Map(found.map(({ oid, name }) => [oid, name]))
}
