import { readEnv } from '@/lib/env'
import { AppError } from '@/lib/errors'
import type { Access } from './access'

/** Microsoft's own addresses of Graph: the world's, the US government's, China's. */
const homes = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
]

/** The address every call is written to, without a slash. Where it really goes is the transport's affair. */
export function graphHome(): string {
  const { origin } = new URL(readEnv('GRAPH_URL'))
  return homes.find((home) => home === origin) ?? 'https://graph.microsoft.com'
}

/** The same call at the host in GRAPH_URL. */
export function whereItGoes(address: string): string {
  const url = new URL(address)
  const { protocol, host } = new URL(readEnv('GRAPH_URL'))
  url.protocol = protocol
  url.host = host
  // `host` without a port does not clear one that was there.
  if (!host.includes(':')) url.port = ''
  return url.href
}

/**
 * The path of one person. Rights that cover one's own methods only are used below `/me`.
 *
 * @param entraId with app Self, that of the signed-in person, who is the only one it can be about
 */
export function personPath({ app }: Pick<Access, 'app'>, entraId: string): string {
  return app === 'self' ? '/me' : `/users/${entraId}`
}

/** A path below a version (`/users/…`), or a whole link of ours, as an address at Graph. */
export function addressOf(path: string, version: 'v1.0' | 'beta'): string {
  return path.startsWith('/') ? `${graphHome()}/${version}${path}` : assertOurs(path)
}

/**
 * The link, if it leads to Graph: a token must never follow one to somewhere else.
 *
 * @throws {AppError} unavailable `graph_malformed`
 */
export function assertOurs(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null
  const isOurs =
    url?.origin === graphHome() && !url.username && !url.password && /^\/(v1\.0|beta)\//.test(url.pathname)
  if (!isOurs)
    throw new AppError('unavailable', 'graph_malformed', {
      detail: { what: 'foreign_link', host: url?.host ?? null },
    })
  return link
}
