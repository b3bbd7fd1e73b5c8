/** Calls that share one of Microsoft's limits. */
export type Family = 'identity' | 'writes' | 'methods' | 'reports' | 'policies' | 'mail'

export type Allowance = {
  /** Units that come free each second, and the most that can gather. */
  perSecond: number
  burst: number
  /** The part of `burst` that only people's clicks may use. */
  keptForPeople: number
  /** Calls at the same time, in one process. */
  atOnce: number
}

/**
 * What we may use at the start; the row in `graph_allowances` is what holds afterwards.
 * Bursts are a little smaller than documented: an answer that takes longer than the one before makes
 * two calls arrive closer together than they were sent.
 *
 * @see https://learn.microsoft.com/graph/throttling-limits
 */
export const allowances: Record<Family, Allowance> = {
  // 3,500 resource units in 10 s: the smallest class of tenant.
  identity: { perSecond: 350, burst: 3_300, keptForPeople: 0.2, atOnce: 32 },
  // 3,000 writes in 150 s, whichever way the window is counted: 150 × 19.6 + 40 stays below.
  writes: { perSecond: 19.6, burst: 40, keptForPeople: 0.2, atOnce: 16 },
  // No figure is published for people's methods: gentle, and led by what Microsoft answers.
  methods: { perSecond: 3, burst: 15, keptForPeople: 0.4, atOnce: 4 },
  // 5 requests in 10 s.
  reports: { perSecond: 0.5, burst: 4.85, keptForPeople: 0, atOnce: 2 },
  // 1 request in a second, for all apps of the tenant.
  policies: { perSecond: 0.9, burst: 1, keptForPeople: 0, atOnce: 1 },
  // 10,000 requests in 10 minutes and 4 at once, per mailbox.
  mail: { perSecond: 16, burst: 50, keptForPeople: 0, atOnce: 4 },
}

/** Which limit a call counts against, and how much of it. */
export type Charge = { family: Family; units: number }

/** What a call costs. Resource units as documented. */
export function chargeOf(method: string, address: string): Charge {
  const { pathname, searchParams } = new URL(address)
  if (/\/(sendMail|events)$/.test(pathname)) return { family: 'mail', units: 1 }
  if (method !== 'GET') return { family: 'writes', units: 1 }
  if (/^\/[^/]+\/(reports|auditLogs)\//.test(pathname)) return { family: 'reports', units: 1 }
  if (pathname.includes('/identity/conditionalAccess/')) return { family: 'policies', units: 1 }
  if (/\/(users\/[^/]+|me)\/authentication\//.test(pathname)) return { family: 'methods', units: 1 }
  return { family: 'identity', units: resourceUnits(pathname, searchParams) }
}

function resourceUnits(pathname: string, query: URLSearchParams): number {
  const full = costs.find(([shape]) => shape.test(pathname))?.[1] ?? 1
  const saved = (query.has('$select') ? 1 : 0) + (Number(query.get('$top') ?? 999) < 20 ? 1 : 0)
  return Math.max(1, full + (query.has('$expand') ? 1 : 0) - saved)
}

const costs: readonly (readonly [RegExp, number])[] = [
  [/\/users(\/delta)?$/, 2],
  [/\/transitiveMembers/, 5],
  [/\/groups\/[^/]+\/members/, 3],
  [/\/(transitiveM|m)emberOf/, 2],
]

/** The person a call is about, where it is about one; `me` is whoever the token is of. Mail is about its one mailbox. */
export function targetOf(address: string): string | null {
  const [, , first, second, third] = new URL(address).pathname.split('/')
  if (third === 'sendMail') return null
  if (first === 'me') return 'me'
  return first === 'users' && second !== undefined && second !== 'delta' ? second : null
}
