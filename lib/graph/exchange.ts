import { readClock } from '@/lib/clock'
import { AppError } from '@/lib/errors'
import { log } from '@/lib/log'
import type { Access } from './access'
import { type Limit, noteComplaint, notePressure, noteRelief } from './allowance'
import { type Receipt, retryAtOf } from './failure'
import { type Charge, chargeOf, targetOf } from './family'
import { noteAnswered, noteFailed } from './health'
import { type Sending, send } from './transport'
import { takeTurn } from './turn'

export type Asked = Pick<Sending, 'method' | 'address' | 'body' | 'headers'> & {
  clientRequestId: string
  signal: AbortSignal | undefined
  timeoutMs: number
  /** What it counts as, where that is not to be seen from the address. */
  charge?: Charge
}

/** What came back, read to its end, whatever it says. */
export type Exchange = { receipt: Receipt; headers: Headers; text: string; retryAt: Date | null }

/**
 * Waits for the call's turn, makes it once, and heeds what the answer says about Microsoft's limits.
 *
 * @throws {AppError} unavailable `graph_unavailable` — no answer, or not all of it; `wasMade` in the detail says
 * whether the call went out at all
 */
export async function exchange(access: Access, asked: Asked): Promise<Exchange> {
  const { method, address, signal } = asked
  const charge = asked.charge ?? chargeOf(method, address)
  const limit: Limit = { app: access.app, family: charge.family }
  const startedAt = readClock()
  let wasMade = false
  try {
    const token = await access.token()
    const endTurn = await takeTurn(access, charge, signal ?? NEVER)
    wasMade = true
    const { response, text } = await receive(access, asked, token).finally(endTurn)
    const { status, headers } = response
    const receipt = { requestId: headers.get('request-id'), clientRequestId: asked.clientRequestId, status }
    const retryAt = retryAtOf(headers, readClock())
    logCall(access, asked, startedAt, receipt)
    await heed(limit, { status, headers, retryAt, target: targetOf(address) })
    return { receipt, headers, text, retryAt }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const receipt = { requestId: null, clientRequestId: asked.clientRequestId, status: 0 }
    logCall(access, asked, startedAt, receipt)
    if (!signal?.aborted) noteFailed(access.app, 'graph_unavailable')
    const detail = { ...receipt, app: access.app, wasMade }
    throw new AppError('unavailable', 'graph_unavailable', { detail, cause })
  }
}

const NEVER = new AbortController().signal

async function receive(access: Access, asked: Asked, token: string) {
  const { signal, timeoutMs, clientRequestId, charge, ...request } = asked
  const timeout = AbortSignal.timeout(timeoutMs)
  const response = await send({
    ...request,
    token,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    headers: {
      ...request.headers,
      'client-request-id': clientRequestId,
      'x-ms-throttle-priority': access.priority,
    },
  })
  return { response, text: await response.text() }
}

/** Beyond this part of a limit Microsoft is close to refusing; up to it, using what we may is no fault. */
const PRESSURE = 1.2

type Heard = { status: number; headers: Headers; retryAt: Date | null; target: string | null }

/** Takes note of what an answer says about Microsoft's limits, and about its health. */
export async function heed(limit: Limit, { status, headers, retryAt, target }: Heard): Promise<void> {
  if (status === 429) {
    const waitMs = retryAt && retryAt.getTime() - readClock().getTime()
    const isNamed = headers.has('x-ms-throttle-scope')
    await noteComplaint(limit, { waitMs, target: isNamed ? null : target, isNamed })
  } else if (Number(headers.get('x-ms-throttle-limit-percentage') ?? 0) >= PRESSURE) {
    await notePressure(limit)
  } else {
    await noteRelief(limit)
  }
  if (status === 401 || status === 403 || status >= 500) noteFailed(limit.app, `status_${status}`)
  else if (status !== 429) noteAnswered(limit.app)
}

/** Ids in the path are Microsoft's object ids; the query may hold names and is left out. */
function logCall({ app }: Access, { method, address }: Asked, startedAt: Date, receipt: Receipt): void {
  const level = receipt.status === 0 || receipt.status === 429 || receipt.status >= 500 ? 'warn' : 'debug'
  const { pathname } = new URL(address)
  const ms = readClock().getTime() - startedAt.getTime()
  log(level, 'graph.call', { app, method, path: pathname, ms, ...receipt })
}
