/** The three roles processes connect as; each exists once per server. */
export type DatabaseRole = 'web' | 'worker' | 'audit'

/** The same server and database, reached as one of the portal's roles. */
export function roleUrl(ownerUrl: string, role: DatabaseRole, password: string): string {
  const url = new URL(ownerUrl)
  url.username = `portal_${role}`
  url.password = password
  return url.href
}

/** The same server, another database. */
export function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
