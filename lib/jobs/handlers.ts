import type { JobActor } from '@/lib/domain/actor'
import { clearReset } from '@/lib/effects/clear-reset'
import { examineTenant } from '@/lib/effects/examine-tenant'
import { lookAtMethods } from '@/lib/effects/look-at-methods'
import { readBackStep } from '@/lib/effects/read-back-step'
import { type Post, sendMessage } from '@/lib/effects/send-message'
import { syncDirectory } from '@/lib/effects/sync-directory'
import type { Access, Priority } from '@/lib/graph/access'
import type { JobName, Jobs } from '@/lib/queue'

/** Whose rights jobs work with; given by the process that has them. */
export type Rights = { reader: (priority: Priority) => Access; mail: () => Access; post: Post }

type Handler<Name extends JobName> = {
  /** How many of them one process does at the same time. */
  atOnce: number
  run(payload: Jobs[Name], work: { actor: JobActor; rights: Rights; signal: AbortSignal }): Promise<unknown>
}

/** What the worker does with each kind of job. A job may run twice. */
export const handlers: { readonly [Name in JobName]?: Handler<Name> } = {
  // More than Graph takes at once, so that a click finds a place beside the looks of a whole wave.
  'methods.look': {
    atOnce: 8,
    run: ({ personId }, { actor, rights, signal }) =>
      lookAtMethods(actor, rights.reader, { personId, signal }),
  },
  'directory.sync': {
    atOnce: 2,
    run: ({ pipeline }, { actor, rights, signal }) =>
      syncDirectory(actor, rights.reader('low'), { pipeline, signal }),
  },
  'tenant.examine': {
    atOnce: 1,
    run: (_payload, { actor, rights, signal }) => examineTenant(actor, rights.reader('low'), signal),
  },
  // An agent waits for each of them, with a caller on the phone.
  'reset.clear': {
    atOnce: 4,
    run: ({ clearanceId }, { actor, rights, signal }) =>
      clearReset(actor, rights.reader('high'), { clearanceId, signal }),
  },
  'reset.read_back': {
    atOnce: 4,
    run: ({ stepId }, { actor, rights, signal }) =>
      readBackStep(actor, rights.reader('high'), { stepId, signal }),
  },
  // As many as one mailbox takes at once.
  'message.send': {
    atOnce: 4,
    run: ({ messageId }, { actor, rights, signal }) =>
      sendMessage(actor, rights.mail(), { messageId, post: rights.post, signal }),
  },
}
