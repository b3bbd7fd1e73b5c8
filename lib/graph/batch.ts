import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type ZodType, z } from 'zod'
import { readClock } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import type { Access } from './access'
import { addressOf, graphHome } from './address'
import { type Answered, callGraph, readAnswer, throttledWaitMs, timeouts } from './client'
import { type Exchange, exchange, heed } from './exchange'
import { retryAtOf } from './failure'
import { allowances, chargeOf, type Family, targetOf } from './family'

/** Something to read. A batch has no other verb: what changes something goes alone, and is never repeated. */
export type Reading<Value> = { path: string; answer: ZodType<Value>; headers?: Record<string, string> }

type Options = { version?: 'v1.0' | 'beta'; signal?: AbortSignal | undefined }
type Asked = Reading<unknown> & { id: string; clientRequestId: string; family: Family; units: number }

/** As many as Microsoft takes in one request. */
const SIZE_MAX = 20

/**
 * Reads many things in few requests, and says of each by itself what became of it, in the order asked. Each counts
 * against Microsoft's limits as if it went alone. What is refused with a 429, or not tried because something else
 * failed, is asked for again alone, no sooner than its own answer allows.
 *
 * @throws {AppError} as `callGraph`, when the request as a whole failed; then nothing is known of anything in it
 * @see https://learn.microsoft.com/graph/json-batching
 */
export async function callBatch<Values extends unknown[]>(
  access: Access,
  readings: { [Key in keyof Values]: Reading<Values[Key]> },
  { version = 'v1.0', signal }: Options = {},
): Promise<{ [Key in keyof Values]: PromiseSettledResult<Answered<Values[Key]>> }> {
  const asked = readings.map((reading: Reading<unknown>, index) => ({
    ...reading,
    id: String(index),
    clientRequestId: randomUUID(),
    ...chargeOf('GET', addressOf(reading.path, version)),
  }))
  const groups = groupsOf(access, asked)
  const results = await Promise.all(groups.map((group) => askGroup(access, group, { version, signal })))
  const byId = new Map(results.flat())
  // Each place holds the result of the reading in that place, whose type it has been parsed to.
  return asked.map(({ id }) => byId.get(id)) as {
    [Key in keyof Values]: PromiseSettledResult<Answered<Values[Key]>>
  }
}

/** What counts against the same limit goes together, as much as may gather of it. */
function groupsOf({ priority }: Access, asked: readonly Asked[]): Asked[][] {
  const groups: Asked[][] = []
  for (const one of asked) {
    const { burst, keptForPeople } = allowances[one.family]
    const unitsMax = burst * (priority === 'high' ? 1 : 1 - keptForPeople)
    const group = groups.findLast(([first]) => first?.family === one.family)
    const fits = group && group.length < SIZE_MAX && unitsOf(group) + one.units <= unitsMax
    if (fits) group.push(one)
    else groups.push([one])
  }
  return groups
}

const unitsOf = (group: readonly Asked[]) => group.reduce((sum, { units }) => sum + units, 0)

type Result = [id: string, PromiseSettledResult<Answered<unknown>>]

async function askGroup(access: Access, group: readonly Asked[], options: Options): Promise<Result[]> {
  const { version = 'v1.0', signal } = options
  const [first] = group
  if (!first) return []
  const requests = group.map(({ id, path, headers, clientRequestId }) => ({
    id,
    method: 'GET',
    url: relative(path, version),
    headers: { ...headers, 'client-request-id': clientRequestId },
  }))
  const batch = {
    method: 'POST' as const,
    address: `${graphHome()}/${version}/$batch`,
    headers: { 'content-type': 'application/json' },
    body: { requests },
    clientRequestId: randomUUID(),
    charge: { family: first.family, units: unitsOf(group) },
    signal,
    timeoutMs: timeouts.read,
  }
  const once = await exchange(access, batch)
  const heard = once.receipt.status === 401 && access.renew() ? await exchange(access, batch) : once
  const { responses } = readAnswer({ app: access.app, ...heard }, Batch)
  const { requestId } = heard.receipt
  const answers = new Map(
    responses.map(({ headers, ...answer }) => [
      answer.id,
      // An item is not promised an id of its own; then the batch's leads to it.
      { ...answer, headers: new Headers({ ...(requestId && { 'request-id': requestId }), ...headers }) },
    ]),
  )
  return Promise.all(
    group.map(async (one): Promise<Result> => {
      const [result] = await Promise.allSettled([answerOf(access, one, answers.get(one.id), options)])
      return [one.id, result]
    }),
  )
}

/** As an item names it: below the version, escaped as in an address. */
function relative(path: string, version: 'v1.0' | 'beta'): string {
  const { pathname, search } = new URL(addressOf(path, version))
  return pathname.slice(`/${version}`.length) + search
}

const Batch = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.number(),
      headers: z.record(z.string(), z.string()).nullish(),
      body: z.unknown(),
    }),
  ),
})

type Item = Omit<z.infer<typeof Batch>['responses'][number], 'headers'> & { headers: Headers }

/** Something this one depended on failed, so it was not tried. */
const NOT_TRIED = 424

async function answerOf(access: Access, one: Asked, item: Item | undefined, options: Options) {
  const { app, priority } = access
  const { version = 'v1.0', signal } = options
  if (!item)
    throw new AppError('unavailable', 'graph_malformed', { detail: { app, what: 'missing_in_batch' } })
  const heard = exchangeOf(one, item)
  const { status } = heard.receipt
  const target = targetOf(addressOf(one.path, version))
  if (status !== 200) await heed({ app, family: one.family }, { ...heard, status, target })

  const waitMs = heard.retryAt ? heard.retryAt.getTime() - readClock().getTime() : FIRST_WAIT_MS
  const isWorthAsking = status === NOT_TRIED || (status === 429 && waitMs <= throttledWaitMs[priority])
  if (!isWorthAsking) return { value: readAnswer({ app, ...heard }, one.answer), receipt: heard.receipt }
  if (status === 429) await delay(Math.max(0, waitMs), undefined, signal ? { signal } : {})
  return callGraph(access, one.path, { answer: one.answer, headers: one.headers ?? {}, version, signal })
}

/** Where a 429 does not say how long. */
const FIRST_WAIT_MS = 1_000

/** What came back for one of them, as if it had gone alone. */
function exchangeOf({ clientRequestId }: Asked, { status, headers, body }: Item): Exchange {
  const receipt = { requestId: headers.get('request-id'), clientRequestId, status }
  const text = body === undefined ? '' : JSON.stringify(body)
  return { receipt, headers, text, retryAt: retryAtOf(headers, readClock()) }
}
