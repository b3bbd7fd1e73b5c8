import { clientToken, forgetToken } from './client-token'

/** An app registration whose right a call uses. */
export type GraphApp = 'reader' | 'mail' | 'self' | 'desk'

/** People's clicks go ahead of jobs, here and at Microsoft (`x-ms-throttle-priority`). */
export type Priority = 'high' | 'low'

/** Whose right a call to Graph uses. Always an argument, never guessed. */
export type Access = {
  app: GraphApp
  priority: Priority
  /** @throws {AppError} unavailable, refused — the sign-in service did not give one */
  token(): Promise<string>
  /** Told that Microsoft no longer takes the token. True when a fresh one can be had without a person. */
  renew(): boolean
}

/** The worker's own read-only right, for directory, methods, reports and policies. */
export function readerAccess(priority: Priority = 'low'): Access {
  return appOnly('reader', priority)
}

/** The worker's right to send from its one mailbox. */
export function mailAccess(): Access {
  return appOnly('mail', 'low')
}

/** The right of somebody signed in, for as long as their token lives. */
export function delegatedAccess(app: 'self' | 'desk', token: string): Access {
  return { app, priority: 'high', token: async () => token, renew: () => false }
}

function appOnly(app: 'reader' | 'mail', priority: Priority): Access {
  return { app, priority, token: () => clientToken(app), renew: () => forgetToken(app) }
}
