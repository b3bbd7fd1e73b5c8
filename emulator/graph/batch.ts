import { randomInt } from 'node:crypto'

import * as z from 'zod'

import { newId } from '../world/world'
import { answerCall } from './answer'
import { badRequest, type GraphAnswer, type GraphRequest } from './request'

const limit = 20

const Item = z.object({
  id: z.string().min(1),
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
})
const Body = z.object({ requests: z.array(Item).min(1) })
type Item = z.infer<typeof Item>

type ItemAnswer = { id: string; status: number; headers: Record<string, string>; body?: unknown }

/** POST /$batch: 200 with every item's own status, in any order. https://learn.microsoft.com/graph/json-batching */
export async function answerBatch(request: GraphRequest): Promise<GraphAnswer> {
  const items = readItems(request.body)
  const done = new Map<string, ItemAnswer>()
  for (const item of items) done.set(item.id, await answerItem(request, item, done))
  const responses = [...done.values()]
  return {
    status: 200,
    body: { responses: request.world.settings.shufflesBatch ? shuffled(responses) : responses },
  }
}

function readItems(body: unknown): Item[] {
  const parsed = Body.safeParse(body)
  if (!parsed.success) throw badRequest('Invalid batch payload format.', 'BadRequest')
  const { requests } = parsed.data
  if (requests.length > limit)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${limit}.`, 'BadRequest')
  if (new Set(requests.map(({ id }) => id.toLowerCase())).size < requests.length)
    throw badRequest('Duplicate request id found in the batch.', 'BadRequest')
  for (const { id, body, headers, url } of requests) {
    const hasType = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
    if (body !== undefined && !hasType)
      throw badRequest(`Content-Type header is missing for request id ${id}.`, 'BadRequest')
    if (/\$batch/i.test(url) || URL.canParse(url))
      throw badRequest(`Invalid url for request id ${id}.`, 'BadRequest')
  }
  return requests
}

async function answerItem(
  request: GraphRequest,
  item: Item,
  done: Map<string, ItemAnswer>,
): Promise<ItemAnswer> {
  const waitedFor = (item.dependsOn ?? []).map((id) => done.get(id))
  if (waitedFor.some((answer) => !answer || answer.status >= 400)) return failedDependency(item.id)
  const url = new URL(item.url.replace(/^\/?/, '/'), 'https://graph.microsoft.com')
  const headers = Object.fromEntries(
    Object.entries(item.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const requestId = newId()
  const part: GraphRequest = {
    ...request,
    method: item.method.toUpperCase(),
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: { ...headers, authorization: headers.authorization ?? request.headers.authorization ?? '' },
    body: item.body,
    requestId,
    clientRequestId: headers['client-request-id'] ?? request.clientRequestId,
  }
  // Faults of the wire do not strike inside a batch, so there is always an answer.
  const answered = await answerCall(part, { isBatchItem: true, before: async () => true })
  const answer = answered?.answer ?? { status: 504 }
  const type: Record<string, string> = answer.body === undefined ? {} : { 'Content-Type': 'application/json' }
  const own = Object.fromEntries(
    Object.entries(answer.headers ?? {}).map(([name, value]) => [titled(name), value]),
  )
  const body = answer.body === undefined ? {} : { body: answer.body }
  return {
    id: item.id,
    status: answer.status,
    headers: { ...own, ...type, 'request-id': requestId },
    ...body,
  }
}

const titled = (name: string) =>
  name.startsWith('x-ms') ? name : name.replaceAll(/(^|-)[a-z]/g, (part) => part.toUpperCase())

function failedDependency(id: string): ItemAnswer {
  const error = {
    code: 'FailedDependency',
    message: 'The request failed because a request it depends on failed.',
  }
  return { id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } }
}

function shuffled<T>(items: T[]): T[] {
  const left = [...items]
  const mixed: T[] = []
  while (left.length > 0) mixed.push(...left.splice(randomInt(left.length), 1))
  return mixed
}
