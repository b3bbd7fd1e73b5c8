import type { Known } from './known'

/**
 * Every kind of event, and how what it says is known. A type without a sentence in `audit.types` of both
 * languages does not compile. What is hashed can never change: a type is never renamed.
 */
export const auditTypes = {
  denied: 'done',
  'session.started': 'seen',
  'session.ended': 'done',
  'session.stepped_up': 'proved',
  'token.refused': 'seen',
  'person.joined': 'seen',
  'settings.changed': 'done',
  'sync.started': 'done',
  'sync.page_applied': 'seen',
  'sync.ended': 'seen',
  'sync.held': 'done',
  'swap.described': 'attested',
  'swap.entries_assigned': 'attested',
  'swap.desk_agreed': 'attested',
  'swap.old_phone_off': 'attested',
  'swap.step_done': 'attested',
  'swap.others_checked': 'attested',
  'swap.removal_intended': 'done',
  'swap.removal_ended': 'seen',
  'swap.advanced': 'proved',
  'swap.baseline_taken': 'seen',
  'methods.look_asked': 'done',
  'methods.read': 'seen',
  'methods.look_failed': 'done',
} as const satisfies Record<string, Known>

export type AuditType = keyof typeof auditTypes
