import { readEnv } from '@/lib/env'

/** Where people reach the portal, without a slash at the end. */
export function portalUrl(): string {
  return (process.env.PORTAL_URL || `http://localhost:${readEnv('PORT')}`).replace(/\/$/, '')
}

/** Whether cookies travel over https only. */
export function isSecure(): boolean {
  return portalUrl().startsWith('https://')
}

/** The name of the session cookie; ports share a jar, so no other product may use it. */
export function sessionCookie(): string {
  return isSecure() ? '__Host-passaggio-session' : 'passaggio-session'
}

/** The name of the cookie that remembers, during a sign-in, what was asked for. */
export function askedCookie(): string {
  return isSecure() ? '__Host-passaggio-asked' : 'passaggio-asked'
}
