import { expect } from 'vitest'

import { problemsOf, type Seen } from '@/emulator/contract/check'
import type { Answer } from './emulator'

type Part = { id: string; method?: string; url?: string; status?: number; body?: unknown }

/** Holds an answer of Graph, or each one in a batch, against the description of its contract. */
export function expectContract(call: string, body: unknown, { status, body: answered }: Answer): void {
  const [verb = '', address = ''] = call.split(/ (.*)/)
  const seen = seenOf(verb, address, { status, body: answered })
  const problems = /\/\$batch$/.test(address) && status === 200 ? ofParts(seen, body) : problemsOf(seen)
  expect(problems, `${call} answered ${status} ${JSON.stringify(answered)?.slice(0, 600)}`).toEqual([])
}

function seenOf(verb: string, address: string, { status, body }: Pick<Seen, 'status' | 'body'>): Seen {
  const [, version = '', path = '', query = ''] = /^\/([^/]+)([^?]*)\??(.*)$/.exec(address) ?? []
  const names = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(query)) {
    const isBare = version === 'beta' && !name.startsWith('$')
    names.append(isBare ? `$${name.toLowerCase()}` : name.toLowerCase(), value)
  }
  return {
    verb,
    version: version === 'beta' ? 'beta' : 'v1.0',
    // A path that cannot be decoded is refused.
    path: status < 400 ? decodeURIComponent(path) : path,
    query: names,
    status,
    body,
  }
}

function ofParts({ version, body: answered }: Seen, asked: unknown): string[] {
  const { requests } = asked as { requests: Part[] } // what the test sent
  const { responses } = answered as { responses: Part[] } // else the first line below fails
  if (responses.length !== requests.length) return ['has not one response for each request']
  return responses.flatMap(({ id, status = 0, body }) => {
    const request = requests.find((candidate) => candidate.id === id)
    if (!request || status === 424) return request ? [] : [`nobody asked ${id}`]
    const address = `/${version}/${request.url?.replace(/^\//, '')}`
    // A count is text, inside a batch as outside it.
    const isCount = typeof body === 'string' && /^\d+$/.test(body)
    return problemsOf(seenOf(request.method ?? '', address, { status, body: isCount ? Number(body) : body }))
  })
}
