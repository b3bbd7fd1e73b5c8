import * as z from 'zod'

import { badRequest } from './request'

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

export type BatchItem = z.infer<typeof Item>

const wrong = (message: string) => badRequest(message, 'BadRequest')

/**
 * The items of a batch in an order in which each comes after what it depends on.
 * @throws {GraphError} 400 — malformed, too many, an id twice, a nested batch, or dependencies that lead nowhere
 */
export function readItems(body: unknown): BatchItem[] {
  const parsed = Body.safeParse(body)
  if (!parsed.success) throw wrong('Invalid batch payload format.')
  const { requests } = parsed.data
  if (requests.length > limit)
    throw wrong(`Number of batch request steps exceeds the maximum value of ${limit}.`)
  if (new Set(requests.map(keyOf)).size < requests.length)
    throw wrong('Duplicate request id found in the batch.')
  for (const item of requests) checkItem(item)
  return inOrder(requests)
}

function checkItem({ id, body, headers, url }: BatchItem): void {
  const hasType = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')
  if (body !== undefined && !hasType) throw wrong(`Content-Type header is missing for request id ${id}.`)
  if (/\$batch/i.test(url) || URL.canParse(url)) throw wrong(`Invalid url for request id ${id}.`)
}

/** Ids are not case-sensitive. */
const keyOf = ({ id }: { id: string }) => id.toLowerCase()

function inOrder(items: BatchItem[]): BatchItem[] {
  const ordered: BatchItem[] = []
  const waiting = [...items]
  while (waiting.length > 0) {
    const done = new Set(ordered.map(keyOf))
    const at = waiting.findIndex(({ dependsOn = [] }) => dependsOn.every((id) => done.has(id.toLowerCase())))
    if (at < 0) throw wrong('Invalid dependsOn: a request id is unknown, or requests depend on each other.')
    ordered.push(...waiting.splice(at, 1))
  }
  return ordered
}
