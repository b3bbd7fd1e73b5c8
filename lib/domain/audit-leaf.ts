import { z } from 'zod'
import { knownHow } from './known'

/** How what was tried came out. */
export const outcomes = ['done', 'refused', 'failed', 'uncertain', 'intended'] as const
export type Outcome = (typeof outcomes)[number]

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])

const Actor = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    tid: z.string(),
    oid: z.string(),
    session_ref: z.string(),
    auth_time: z.string(),
    acrs: z.array(z.string()),
  }),
  z.object({ kind: z.literal('job'), name: z.string() }),
  z.object({ kind: z.literal('visitor'), reference: z.string().nullable() }),
])

const Leaf = z.object({
  v: z.number(),
  id: z.string(),
  // Any text: a log outlives the editions that wrote it.
  type: z.string(),
  at: z.string(),
  actor: Actor,
  target: z.object({ kind: z.string(), id: z.string(), oid: z.string().nullable() }),
  known: z.enum(knownHow),
  outcome: z.enum(outcomes),
  detail: z.record(z.string(), scalar),
  op: z.object({ id: z.string(), step: z.string(), attempt: z.number() }).optional(),
  decision: z.object({ rule: z.string(), approvals: z.array(z.string()) }).optional(),
  graph: z
    .object({
      requestId: z.string().nullable(),
      clientRequestId: z.string().nullable(),
      status: z.number().nullable(),
    })
    .optional(),
  ctx: z.object({ ip_hash: z.string().nullable(), ua_hash: z.string().nullable() }),
  prev_size: z.number(),
  pii_commit: z.string().nullable(),
})

/** What a leaf says, for reading only: what is hashed is its text, never this. */
export type Leaf = z.output<typeof Leaf>

/** The parts of a leaf's text. @throws {Error} it was not written by `auditBody` */
export function readLeaf(body: string): Leaf {
  return Leaf.parse(JSON.parse(body))
}
