import type { Role } from './actor'

/** How long a session may lie idle, in minutes: the more a role can do, the shorter. */
export function idleMinutes(roles: readonly string[]): number {
  return roles.some((role) => role !== ('employee' satisfies Role)) ? 15 : 60
}

/** However busy, a session ends after this. */
export const sessionHoursMax = 8

/** What makes a session row live. */
export type SessionTimes = {
  roles: readonly string[]
  lastSeenAt: Date
  expiresAt: Date
  revokedAt: Date | null
}

/** Whether a session still counts at `now`. */
export function isLive({ roles, lastSeenAt, expiresAt, revokedAt }: SessionTimes, now: Date): boolean {
  if (revokedAt || now >= expiresAt) return false
  return now.getTime() - lastSeenAt.getTime() <= idleMinutes(roles) * 60_000
}

/** The app registrations a person signs in through. */
export const apps = ['portal', 'self', 'desk'] as const
export type App = (typeof apps)[number]

/**
 * Every scope a token of each app may carry. At Microsoft Entra a token carries all that was ever consented
 * for its app, so one with more was granted more than this product asks for, and is refused.
 */
export const scopesOf: Record<App, readonly string[]> = {
  portal: [],
  self: ['UserAuthMethod-MicrosoftAuthApp.ReadWrite', 'UserAuthMethod-Passkey.ReadWrite'],
  desk: [
    'UserAuthMethod-MicrosoftAuthApp.ReadWrite.All',
    'UserAuthMethod-Phone.ReadWrite.All',
    'UserAuthMethod-SoftwareOATH.ReadWrite.All',
    'UserAuthMethod-Passkey.ReadWrite.All',
    'UserAuthMethod-TAP.ReadWrite.All',
    'UserAuthenticationMethod.Read.All',
    'User.RevokeSessions.All',
    'User.Read.All',
  ],
}

const signInOnly = ['openid', 'profile', 'email', 'offline_access', 'User.Read']

/** The scopes its app is meant to have and a token lacks: nobody consented to them. */
export function missingScopes(app: App, scopes: readonly string[]): string[] {
  return scopesOf[app].filter((scope) => !scopes.includes(scope))
}

/** The scopes in a token beyond what its app is meant to have. Empty: fine. */
export function excessScopes(app: App, scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !scopesOf[app].includes(scope) && !signInOnly.includes(scope))
}
