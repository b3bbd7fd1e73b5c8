import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { ZodType } from 'zod'
import { readClock } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import type { Access, Priority } from './access'
import { addressOf } from './address'
import { type Exchange, exchange } from './exchange'
import { failureOf, type Receipt } from './failure'
import type { Sending } from './transport'

export type Call<Value> = {
  /** What a good answer looks like. */
  answer: ZodType<Value>
  method?: Sending['method']
  version?: 'v1.0' | 'beta'
  body?: unknown
  headers?: Record<string, string>
  /** Given where it must be known before the call, so that an intent can name it. */
  clientRequestId?: string | undefined
  signal?: AbortSignal | undefined
  timeoutMs?: number
}

export type Answered<Value> = { value: Value; receipt: Receipt }

/** Graph itself gives up after 60 s. A read that takes half of that is better asked again later. */
export const timeouts = { read: 25_000, write: 55_000 } as const

/** How long a read may wait in all because Microsoft said 429. A write never waits: it fails, surely not done. */
export const throttledWaitMs: Record<Priority, number> = { high: 4_000, low: 90_000 }

/**
 * One call to Graph: its turn taken, sent with the given right, the answer parsed. A read that meets a 429
 * waits as long as Microsoft asks, within bounds; nothing else is ever repeated here.
 *
 * @param path below the version (`/users/…`), or a whole link from an earlier answer
 * @throws {AppError} unavailable — `graph_unavailable`, `graph_malformed` (nothing is known) or
 * `graph_throttled` (surely nothing was done) · refused · not_found · forbidden. Detail: the receipt, `retryAt`
 */
export async function callGraph<Value>(
  access: Access,
  path: string,
  call: Call<Value>,
): Promise<Answered<Value>> {
  const { method = 'GET', version = 'v1.0', headers = {}, body, signal } = call
  const isRead = method === 'GET'
  const asked = {
    method,
    address: addressOf(path, version),
    headers,
    body,
    clientRequestId: call.clientRequestId ?? randomUUID(),
    signal,
    timeoutMs: call.timeoutMs ?? timeouts[isRead ? 'read' : 'write'],
  }
  let waitsMs = throttledWaitMs[access.priority]
  let mayRenew = isRead

  for (let attempt = 0; ; attempt += 1) {
    const heard = await exchange(access, asked)
    const { status } = heard.receipt
    if (status === 401 && mayRenew && access.renew()) {
      mayRenew = false
      continue
    }
    const waitMs = status === 429 ? waitOf(heard, attempt) : Number.POSITIVE_INFINITY
    if (!isRead || waitMs > waitsMs)
      return { value: readAnswer({ app: access.app, ...heard }, call.answer), receipt: heard.receipt }
    waitsMs -= waitMs
    await delay(waitMs, undefined, signal ? { signal } : {})
  }
}

/** As long as Microsoft asks, and where that did not help at least 1, 2, 4 … seconds: a "0" must not go on for ever. */
function waitOf({ retryAt }: Exchange, attempt: number): number {
  if (!retryAt) return 1_000 * 2 ** attempt
  const leastMs = attempt === 0 ? 0 : 1_000 * 2 ** (attempt - 1)
  return Math.max(leastMs, retryAt.getTime() - readClock().getTime())
}

/** What an answer says, parsed. @throws {AppError} what else it means */
export function readAnswer<Value>(heard: Exchange & Pick<Access, 'app'>, answer: ZodType<Value>): Value {
  const { receipt, headers, text, app } = heard
  const isJson = /^application\/json\b/i.test(headers.get('content-type') ?? '')
  const body = isJson ? json(text) : undefined
  if (receipt.status < 200 || receipt.status > 299) throw failureOf({ ...heard, body })

  const malformed = (why: Record<string, unknown>) =>
    new AppError('unavailable', 'graph_malformed', { detail: { ...receipt, app, ...why } })
  if (text !== '' && body === undefined) throw malformed({ contentType: headers.get('content-type') })
  const parsed = answer.safeParse(body)
  if (!parsed.success)
    throw malformed({ at: parsed.error.issues.slice(0, 3).map(({ path }) => path.join('.')) })
  return parsed.data
}

/** Undefined when it is not whole. */
function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
