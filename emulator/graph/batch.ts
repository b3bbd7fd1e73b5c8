import { randomInt } from 'node:crypto'

import { newId } from '../world/world'
import { answerCall } from './answer'
import { type BatchItem, readItems } from './batch-items'
import { readQuery } from './query-options'
import { badRequest, errorAnswer, type GraphAnswer, GraphError, type GraphRequest } from './request'

type ItemAnswer = { id: string; status: number; headers: Record<string, string>; body?: unknown }

/** POST /$batch: 200 with every item's own status, in any order. https://learn.microsoft.com/graph/json-batching */
export async function answerBatch(request: GraphRequest): Promise<GraphAnswer> {
  const done = new Map<string, ItemAnswer>()
  for (const item of readItems(request.body))
    done.set(item.id.toLowerCase(), await answerItem(request, item, done))
  const responses = [...done.values()]
  return {
    status: 200,
    body: { responses: request.world.settings.shufflesBatch ? shuffled(responses) : responses },
  }
}

async function answerItem(
  request: GraphRequest,
  item: BatchItem,
  done: ReadonlyMap<string, ItemAnswer>,
): Promise<ItemAnswer> {
  const waitedFor = (item.dependsOn ?? []).map((id) => done.get(id.toLowerCase()))
  if (waitedFor.some((answer) => !answer || answer.status >= 400)) return failedDependency(item.id)
  const part = partOf(request, item)
  const { status, headers = {}, body } = await answerPart(part, item.url)
  const own = Object.entries(headers).map(([name, value]) => [titled(name), value])
  return {
    id: item.id,
    status,
    headers: {
      'Cache-Control': 'no-cache',
      ...(body === undefined ? {} : { 'Content-Type': contentType(status) }),
      ...(status < 400 ? { 'OData-Version': '4.0' } : {}),
      ...Object.fromEntries(own),
      'request-id': part.requestId,
    },
    ...(body === undefined ? {} : { body }),
  }
}

function partOf(request: GraphRequest, { method, headers: given = {}, body }: BatchItem): GraphRequest {
  const headers = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
  )
  return {
    ...request,
    method: method.toUpperCase(),
    headers: { ...headers, authorization: headers.authorization ?? request.headers.authorization ?? '' },
    body,
    requestId: newId(),
    clientRequestId: headers['client-request-id'] ?? request.clientRequestId,
  }
}

/** A part's own faults are its own: a query that cannot be read is no reason to refuse the batch. */
async function answerPart(part: GraphRequest, address: string): Promise<GraphAnswer> {
  try {
    const url = URL.parse(address.replace(/^\/?/, '/'), 'https://graph.microsoft.com')
    if (!url) throw badRequest('Invalid url.', 'BadRequest')
    part.path = decodeURIComponent(url.pathname)
    part.query = readQuery(part.version, url.search)
    // Faults of the wire do not strike inside a batch, so there is always an answer.
    const answered = await answerCall(part, { isBatchItem: true, before: async () => true })
    return answered?.answer ?? { status: 504 }
  } catch (error) {
    if (error instanceof GraphError) return errorAnswer(error, part)
    if (error instanceof URIError) return errorAnswer(badRequest('Invalid url.', 'BadRequest'), part)
    throw error
  }
}

/** As the page on batching shows it: with its parameters for data, bare for errors. */
export const contentType = (status: number) =>
  status < 400
    ? 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'
    : 'application/json'

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
