import { AppError, type ErrorView } from '@/lib/errors'
import { log } from '@/lib/log'

/** Codes of postgres.js and Node for a database that does not answer. */
const away = [
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P03',
]

/** An expected failure as the browser may see it; null for a bug, which the caller throws on. */
export function failureView(error: unknown): ErrorView | null {
  if (isDatabaseAway(error)) return { kind: 'unavailable', code: 'database_unavailable' }
  if (!(error instanceof AppError)) return null
  log('info', 'refused', { kind: error.kind, code: error.code, detail: error.detail, cause: error.cause })
  return error.view()
}

/** Whether a failure means that the database could not be reached, however deeply it is wrapped. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && away.includes(String(error.code))) return true
  return isDatabaseAway(error.cause)
}
