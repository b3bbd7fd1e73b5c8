import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '@/db/client'
import { auditEvents, auditPersonal } from '@/db/schema/audit'
import type { PersonActor } from '@/lib/domain/actor'
import { type Leaf, readLeaf } from '@/lib/domain/audit-leaf'
import { AppError } from '@/lib/errors'
import { parseId } from '@/lib/parse'
import { requireAuditor } from './audit'
import { type EventView, namesOf, viewOf } from './audit-view'

export type EventDetail = {
  event: EventView
  leaf: Leaf
  /** The text that is hashed, to the letter. */
  body: string
  /** SHA-256 of a zero byte and the text: what stands for the event in the tree. Hex. */
  leafHash: string
  personal: PersonalPart
}

/** What a leaf only commits to. */
export type PersonalPart =
  | { state: 'none' }
  /** Committed to, and deleted since. */
  | { state: 'erased'; commitment: string }
  /** There, and either what was committed to, or not. */
  | {
      state: 'proved' | 'contradicted'
      commitment: string
      /** SHA-256 of salt and text as they are stored now. */
      computed: string
      salt: string
      entries: { name: string; value: string | null }[]
    }

/** One event with everything stored of it. @throws {AppError} not_found — absent, or not an Auditor */
export async function getEvent(actor: PersonActor, id: string): Promise<EventDetail> {
  requireAuditor(actor)
  const [row] = await db
    .select({ body: auditEvents.body, salt: auditPersonal.salt, personal: auditPersonal.body })
    .from(auditEvents)
    .leftJoin(auditPersonal, eq(auditPersonal.eventId, auditEvents.id))
    .where(eq(auditEvents.id, parseId(id)))
  if (!row) throw new AppError('not_found', 'not_found')

  const { body, salt, personal } = row
  const leaf = readLeaf(body)
  return {
    event: viewOf(leaf, await namesOf([leaf])),
    leaf,
    body,
    leafHash: leafHashOf(body),
    personal: personalPart(leaf.pii_commit, salt !== null && personal !== null ? { salt, personal } : null),
  }
}

/** What stands for a leaf in the tree, hex. @see https://www.rfc-editor.org/rfc/rfc6962#section-2.1 */
export function leafHashOf(body: string): string {
  return createHash('sha256').update(Buffer.of(0)).update(body, 'utf8').digest('hex')
}

function personalPart(
  commitment: string | null,
  stored: { salt: string; personal: string } | null,
): PersonalPart {
  if (!commitment) return { state: 'none' }
  if (!stored) return { state: 'erased', commitment }
  const { salt, personal } = stored
  const computed = createHash('sha256')
    .update(Buffer.from(salt, 'hex'))
    .update(personal, 'utf8')
    .digest('hex')
  const state = computed === commitment ? 'proved' : 'contradicted'
  return { state, commitment, computed, salt, entries: entriesOf(personal) }
}

const Personal = z.record(z.string(), z.string().nullable())

/** What was committed to, by name; the whole text when it is no such object, as after a forgery. */
function entriesOf(personal: string): { name: string; value: string | null }[] {
  try {
    return Object.entries(Personal.parse(JSON.parse(personal))).map(([name, value]) => ({ name, value }))
  } catch {
    return [{ name: 'text', value: personal }]
  }
}
