import { readClock } from '@/lib/clock'
import type { GraphApp } from './access'

/** How Graph treated one app since this process started. */
export type AppHealth = { answeredAt: Date | null; failedAt: Date | null; failure: string | null }

const seen = new Map<GraphApp, AppHealth>()

/** What this process saw of Graph, app by app; the worker writes it down now and then. */
export function graphHealthSeen(): ReadonlyMap<GraphApp, AppHealth> {
  return seen
}

/** Graph gave this app an answer that it had a right to. */
export function noteAnswered(app: GraphApp): void {
  seen.set(app, { answeredAt: readClock(), failedAt: null, failure: null })
}

/** No answer, or one that says that something is wrong with us rather than with one call. */
export function noteFailed(app: GraphApp, failure: string): void {
  seen.set(app, { answeredAt: seen.get(app)?.answeredAt ?? null, failedAt: readClock(), failure })
}
