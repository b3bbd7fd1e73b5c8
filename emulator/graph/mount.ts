import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import type { SignIn } from '../signin/mount'
import { realNow } from '../world/clock'
import type { World } from '../world/world'
import { type Answered, answerCall } from './answer'
import { answerBatch, contentType } from './batch'
import { readCaller } from './caller'
import { takeFault } from './faults'
import { readQuery } from './query-options'
import { badRequest, errorAnswer, type GraphAnswer, GraphError, type GraphRequest } from './request'
import { strikeAfter, strikeBefore } from './strike'

const bodyMax = 4 * 1024 * 1024

/** Graph under /v1.0 and /beta. The returned function says whether the path was one of these. */
export function mountGraph(world: World, signIn: SignIn) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const address = /^\/(v1\.0|beta)(\/[^?]*)(\?.*)?$/.exec(request.url ?? '')
    if (!address) return false
    const arrivedAt = realNow()
    const call = readCall(world, signIn, request, address)
    const answered = await answerHttp(call, request, response)
    const wait = world.settings.roundTripMs - (realNow() - arrivedAt)
    if (wait > 0) await sleep(wait)
    if (answered) await send(call, answered, response)
    return true
  }
}

function readCall(
  world: World,
  signIn: SignIn,
  request: IncomingMessage,
  address: RegExpExecArray,
): GraphRequest {
  const [, version, path = '/'] = address
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return {
    world,
    signIn,
    method: request.method ?? 'GET',
    version: version === 'beta' ? 'beta' : 'v1.0',
    path: decoded(path).replace(/(.)\/$/, '$1'),
    isMe: false,
    query: new URLSearchParams(),
    headers,
    body: undefined,
    requestId: randomUUID(),
    clientRequestId: headers['client-request-id'] ?? null,
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function answerHttp(
  call: GraphRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Answered | null> {
  try {
    call.query = readQuery(call.version, URL.parse(request.url ?? '', 'http://graph')?.search ?? '')
    call.body = await readBody(request)
    const before = strikeBefore(request, response)
    if (call.path !== '/$batch') return await answerCall(call, { isBatchItem: false, before })
    await readCaller(call)
    const fault = takeFault(call, null, false)
    if (fault && !(await before(fault, call))) return null
    return { answer: await answerBatch(call), fault }
  } catch (error) {
    if (error instanceof GraphError) return { answer: errorAnswer(error, call), fault: null }
    throw error
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request) {
    pieces.push(piece)
    length += piece.length
    if (length > bodyMax)
      throw new GraphError(413, 'RequestEntityTooLarge', 'The request body is larger than 4 MB.')
  }
  const text = Buffer.concat(pieces).toString('utf8')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
      'BadRequest',
    )
  }
}

async function send(
  call: GraphRequest,
  { answer, fault }: Answered,
  response: ServerResponse,
): Promise<void> {
  if (response.destroyed) return
  const text = bodyText(answer)
  const headers = {
    'request-id': call.requestId,
    ...(call.clientRequestId ? { 'client-request-id': call.clientRequestId } : {}),
    'x-ms-ags-diagnostic':
      '{"ServerInfo":{"DataCenter":"Emulator","Slice":"E","Ring":"1","ScaleUnit":"001"}}',
    'cache-control': 'no-cache',
    ...(answer.status < 400 ? { 'odata-version': '4.0' } : {}),
    ...(text === null ? {} : { 'content-type': contentType(answer.status) }),
    ...answer.headers,
  }
  if (fault && (await strikeAfter(fault, call, response, { text: text ?? '', headers }))) return
  response.writeHead(answer.status, headers)
  response.end(text ?? undefined)
}

function bodyText({ body }: GraphAnswer): string | null {
  if (body === undefined) return null
  return typeof body === 'string' ? body : JSON.stringify(body)
}
