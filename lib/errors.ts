import type { MessageCode } from '@/lib/i18n/messages'

/** What went wrong, seen from outside. Closed set: each kind is one HTTP status. */
export const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  refused: 409,
  unavailable: 503,
} as const

export type ErrorKind = keyof typeof statusOf

/** What a browser may know of an error: what kind, which sentence, which fields. */
export type ErrorView = {
  kind: ErrorKind
  code: MessageCode
  /** Field name → code of the sentence to show next to it. */
  fields?: Record<string, MessageCode>
  /** Numbers and names the sentence has places for. */
  values?: MessageValues
}

export type MessageValues = Record<string, string | number>

type Rest = {
  values?: MessageValues
  detail?: Record<string, unknown>
  fields?: Record<string, MessageCode>
  cause?: unknown
}

/**
 * An expected failure. `code` names the sentence the reader sees (lib/i18n);
 * `detail` and `cause` are for the log and never leave the server.
 * Anything else that is thrown is a bug and becomes a 500.
 */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly code: MessageCode
  readonly detail: Record<string, unknown>
  readonly fields: Record<string, MessageCode> | undefined
  readonly values: MessageValues | undefined

  constructor(kind: ErrorKind, code: MessageCode, { detail = {}, fields, values, cause }: Rest = {}) {
    super(`${kind}: ${code}`, { cause })
    this.name = 'AppError'
    this.kind = kind
    this.code = code
    this.detail = detail
    this.fields = fields
    this.values = values
  }

  /** What may leave the server. */
  view(): ErrorView {
    const { kind, code, fields, values } = this
    return { kind, code, ...(fields && { fields }), ...(values && { values }) }
  }
}
