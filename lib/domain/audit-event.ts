import type { Actor } from './actor'
import { type AuditType, auditTypes } from './audit-types'
import { type Canonical, canonicalJson } from './canonical'
import type { Known } from './known'

/** What an event is about: a thing of ours, and the person concerned by Microsoft's object id. */
export type AuditTarget = { kind: string; id: string; oid?: string | null }

/** Codes, counts and ids. Names and typed words go into `personal`. */
export type AuditDetail = Record<string, string | number | boolean | null>

/** What may be said besides the target, all optional. */
export type AuditExtra = {
  detail?: AuditDetail
  /** How it is known, where it differs from the type's usual. */
  known?: Known
  outcome?: 'done' | 'refused' | 'failed' | 'uncertain' | 'intended'
  /** The step of an effect. */
  op?: { id: string; step: string; attempt: number }
  decision?: { rule: string; approvals: string[] }
  graph?: { requestId: string | null; clientRequestId: string | null; status: number | null }
  /** Kept apart under a salted commitment, so that it can be erased. */
  personal?: Record<string, string | null>
}

export type AuditInput = AuditExtra & {
  id: string
  at: Date
  type: AuditType
  actor: Actor
  target: AuditTarget
  /** The size of the tree when this was written. */
  prevSize: number
  /** SHA-256 of salt and personal part, hex; null when there is none. */
  commitment: string | null
}

/**
 * The exact text of a leaf, version 1. What is hashed can never change: a new field is a new version.
 *
 * @see docs/decisions/0006-audit-leaf.md
 */
export function auditBody(input: AuditInput): string {
  const { id, at, type, actor, target, prevSize, commitment } = input
  const body: Canonical = {
    v: 1,
    id,
    type,
    at: at.toISOString(),
    actor: actorPart(actor),
    target: { kind: target.kind, id: target.id, oid: target.oid ?? null },
    known: input.known ?? auditTypes[type],
    outcome: input.outcome ?? 'done',
    detail: input.detail ?? {},
    ...(input.op ? { op: input.op } : {}),
    ...(input.decision ? { decision: input.decision } : {}),
    ...(input.graph ? { graph: input.graph } : {}),
    ctx: contextPart(actor),
    prev_size: prevSize,
    pii_commit: commitment,
  }
  return canonicalJson(body)
}

function actorPart(actor: Actor): Canonical {
  if (actor.kind === 'job') return { kind: 'job', name: actor.name }
  if (actor.kind === 'visitor') return { kind: 'visitor', reference: actor.reference }
  return {
    kind: 'person',
    tid: actor.entraTenantId,
    oid: actor.entraId,
    session_ref: actor.sessionId,
    auth_time: actor.authenticatedAt.toISOString(),
    acrs: [...actor.acrs],
  }
}

function contextPart(actor: Actor): Canonical {
  if (actor.kind !== 'person') return { ip_hash: null, ua_hash: null }
  return { ip_hash: actor.addressHash, ua_hash: actor.browserHash }
}
