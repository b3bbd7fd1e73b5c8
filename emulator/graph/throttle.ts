import { emulatorNow } from '../world/moved-clock'
import type { World } from '../world/world'
import { GraphError } from './request'

/** Which limit a call falls under. Microsoft publishes none for methods; a setting can give one. */
export type Family = 'directory' | 'logs' | 'signInActivity' | 'conditionalAccess' | 'mail' | 'methods'

type Bucket = { tokens: number; at: number }
type Limit = { capacity: number; seconds: number }

const buckets = new WeakMap<World, Map<string, Bucket>>()

/** Resource units of app and tenant, by the size of the tenant. https://learn.microsoft.com/graph/throttling-limits */
function unitLimit(world: World): Limit {
  const capacity = world.size < 50 ? 3_500 : world.size <= 500 ? 5_000 : 8_000
  return { capacity, seconds: 10 }
}

const limits = {
  writes: { capacity: 3_000, seconds: 150 },
  logs: { capacity: 5, seconds: 10 },
  signInActivity: { capacity: 10, seconds: 60 },
  conditionalAccess: { capacity: 1, seconds: 1 },
  mail: { capacity: 10_000, seconds: 600 },
} satisfies Record<string, Limit>

/**
 * Takes a call out of its buckets. Returns headers for the answer.
 * @throws {GraphError} 429 — empty; with Retry-After except from Conditional Access
 */
export function throttle(
  world: World,
  call: { family: Family; appId: string; units: number; isWrite: boolean; mailbox: string },
): Record<string, string> {
  const { family, appId, mailbox } = call
  if (world.settings.throttleScale === 0) return {}
  if (family === 'directory') return throttleDirectory(world, call)
  if (family === 'methods') return throttleMethods(world, appId)
  const key =
    family === 'conditionalAccess' ? family : `${family} ${appId} ${family === 'mail' ? mailbox : ''}`
  const { wait } = take(world, key, limits[family], 1)
  if (wait > 0) throw tooMany(family === 'conditionalAccess' ? {} : { 'retry-after': seconds(wait) })
  return {}
}

function throttleMethods(world: World, appId: string): Record<string, string> {
  const limit = world.settings.methodsLimit
  if (!limit) return {}
  const { wait } = take(world, `methods ${appId}`, { ...limit, capacity: limit.calls }, 1)
  if (wait > 0) throw tooMany(limit.hasRetryAfter ? { 'retry-after': seconds(wait) } : {})
  return {}
}

function throttleDirectory(
  world: World,
  { appId, units, isWrite }: { appId: string; units: number; isWrite: boolean },
) {
  const write = isWrite ? take(world, `writes ${appId}`, limits.writes, 1) : null
  if (write && write.wait > 0) throw tooMany(why(world, appId, 'WriteLimitExceeded', write.wait))
  const { wait, share } = take(world, `units ${appId}`, unitLimit(world), units)
  if (wait > 0)
    throw tooMany({
      ...why(world, appId, 'ResourceUnitLimitExceeded', wait),
      'x-ms-resource-unit': String(units),
    })
  const headers: Record<string, string> = { 'x-ms-resource-unit': String(units) }
  if (share >= 0.8) headers['x-ms-throttle-limit-percentage'] = share.toFixed(1)
  return headers
}

function why(world: World, appId: string, reason: string, wait: number) {
  return {
    'retry-after': seconds(wait),
    'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${appId}/${world.tenant.id}`,
    'x-ms-throttle-information': reason,
  }
}

const seconds = (wait: number) => String(Math.max(1, Math.ceil(wait)))

export function tooMany(headers: Record<string, string>): GraphError {
  return new GraphError(429, 'TooManyRequests', 'Too many requests', headers)
}

/** `wait`: seconds until there is enough, 0 when it was taken. `share`: how much of the limit is used up. */
function take(world: World, key: string, limit: Limit, amount: number): { wait: number; share: number } {
  const capacity = limit.capacity * world.settings.throttleScale
  const perSecond = capacity / limit.seconds
  const now = emulatorNow(world) / 1_000
  const all = buckets.get(world) ?? new Map<string, Bucket>()
  buckets.set(world, all)
  const bucket = all.get(key) ?? { tokens: capacity, at: now }
  const tokens = Math.min(capacity, bucket.tokens + Math.max(0, now - bucket.at) * perSecond)
  const isEnough = tokens >= Math.min(amount, capacity)
  const left = isEnough ? tokens - amount : tokens
  all.set(key, { tokens: left, at: now })
  const wait = isEnough ? 0 : (amount - tokens) / perSecond / world.settings.timeScale
  return { wait, share: 1 - left / capacity }
}

/** Fills all buckets again. */
export function forgetThrottling(world: World): void {
  buckets.delete(world)
}
