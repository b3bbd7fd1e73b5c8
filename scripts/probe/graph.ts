import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Said } from '@/lib/domain/probe'
import { addressOf } from '@/lib/graph/address'
import { send } from '@/lib/graph/transport'

/** Everything Graph said, good or bad: here a refusal is what one came for. */
export type Heard = {
  said: Said
  body: unknown
  requestId: string | null
  clientRequestId: string
  retryAfter: string | null
}

export type Question = {
  method?: 'GET' | 'POST' | 'DELETE'
  version?: 'v1.0' | 'beta'
  body?: unknown
  headers?: Record<string, string>
}

const TIMEOUT_MS = 60_000
const Envelope = z.object({ error: z.object({ code: z.string(), message: z.string().catch('') }) })

/**
 * One call, exactly as written, without turns, repeats or judgement: the probe makes few, one after another, and
 * needs no database. It goes through the same transport as all of the portal's.
 *
 * @throws what `fetch` throws: no answer at all
 */
export async function hear(token: string, path: string, question: Question = {}): Promise<Heard> {
  const { method = 'GET', version = 'v1.0', body, headers = {} } = question
  const clientRequestId = randomUUID()
  const response = await send({
    method,
    address: addressOf(path, version),
    token,
    headers: { ...headers, 'client-request-id': clientRequestId },
    body,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answered = parsed(await response.text())
  const refusal = Envelope.safeParse(answered).data?.error
  return {
    said: { status: response.status, code: refusal?.code ?? null, message: refusal?.message ?? null },
    body: answered,
    requestId: response.headers.get('request-id'),
    clientRequestId,
    retryAfter: response.headers.get('retry-after'),
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}

/** The answer's body, which has to be there. @throws {Unseen} Graph refused, or said something else */
export function bodyOf<Body>(heard: Heard, shape: z.ZodType<Body>): Body {
  const { status, code, message } = heard.said
  if (status >= 400) throw new Unseen(`Graph answered ${status} ${code ?? ''}: ${message ?? ''}`)
  const read = shape.safeParse(heard.body)
  if (!read.success) throw new Unseen(`Graph's answer (${status}) was not what it should be.`)
  return read.data
}

/** What was to be seen could not be seen; says why. The tester may try again or go on. */
export class Unseen extends Error {}
