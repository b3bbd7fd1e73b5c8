import { readClock } from './clock'
import { readEnv } from './env'

const levels = ['debug', 'info', 'warn', 'error'] as const
export type Level = (typeof levels)[number]

/**
 * One JSON line on standard output or, for warnings and errors, on standard error.
 * Say ids and codes, never names, addresses, tokens or codes a person types.
 */
export function log(level: Level, event: string, detail: Record<string, unknown> = {}): void {
  const order: readonly string[] = levels
  if (order.indexOf(level) < order.indexOf(readEnv('LOG_LEVEL'))) return
  const line = JSON.stringify({ at: readClock().toISOString(), level, event, ...detail }, replaceError)
  const stream = level === 'debug' || level === 'info' ? process.stdout : process.stderr
  stream.write(`${line}\n`)
}

function replaceError(_key: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  const { name, message, stack, cause } = value
  return { name, message, stack: stack?.split('\n').slice(1, 6), cause }
}
