import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from '@/db/client'
import { newId } from '@/db/id'
import { auditEvents, auditHead, auditPending, auditPersonal } from '@/db/schema/audit'
import { type AuditInput, auditBody } from '@/lib/domain/audit-event'
import { canonicalJson } from '@/lib/domain/canonical'
import { chunksOf } from '@/lib/domain/chunks'

export type NewEvent = Omit<AuditInput, 'id' | 'prevSize' | 'commitment'>

/** Writes events and their places in the waiting line, in the caller's transaction and in their order. */
export async function appendAudit(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  const [head] = await tx.select({ size: auditHead.size }).from(auditHead)
  if (!head) throw new Error('audit_head must have its one row')

  for (const some of chunksOf(events, eventsPerInsert)) {
    const written = some.map((event) => write(event, head.size))
    await tx.insert(auditEvents).values(written.map(({ id, body }) => ({ id, body })))
    await tx.insert(auditPending).values(written.map(({ id }) => ({ eventId: id })))
    const personal = written.flatMap(({ id, personal }) => (personal ? [{ eventId: id, ...personal }] : []))
    if (personal.length > 0) await tx.insert(auditPersonal).values(personal)
  }
}

// A statement has room for 65,535 parameters.
const eventsPerInsert = 5_000

function write(event: NewEvent, prevSize: number) {
  const id = newId()
  const personal = event.personal ? commit(canonicalJson(event.personal)) : null
  const body = auditBody({ ...event, id, prevSize, commitment: personal?.commitment ?? null })
  return { id, body, personal: personal && { salt: personal.salt, body: personal.body } }
}

/** SHA-256(32-byte salt || canonical text): says nothing without the salt, and nothing else opens it. */
function commit(body: string) {
  const salt = randomBytes(32)
  const commitment = createHash('sha256').update(salt).update(body, 'utf8').digest('hex')
  return { salt: salt.toString('hex'), body, commitment }
}
