/** The IANA zone the browser lives in; written by its own first page. */
export const ZONE_COOKIE = 'zone'

/** The zone if this runtime knows it, else UTC. */
export function resolveZone(zone: string | undefined): string {
  if (!zone) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
