import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How often, out of a thousand calls, something goes wrong on the way. */
export type Weather = { throttled: number; unavailable: number; reset: number }

export const fairWeather: Weather = { throttled: 0, unavailable: 0, reset: 0 }

/** What passed: all calls, those Microsoft's limits refused, and those the weather struck. */
export type Passed = { calls: number; refused: number; struck: number }

export type LineBetween = {
  url: string
  /** From now on; `seed` decides which calls are struck. Forgets what passed. */
  change(weather: Weather, seed: number): void
  passed(): Passed
  close(): Promise<void>
}

/**
 * A line between worker and emulator that counts calls and, in bad weather, spoils some of them. The faults are not the
 * emulator's own: what it refuses by its limits can be told from what was spoilt here.
 */
export async function openLine(graphUrl: string): Promise<LineBetween> {
  let weather = fairWeather
  let random = randomFrom(1)
  let passed: Passed = { calls: 0, refused: 0, struck: 0 }
  const agent = new http.Agent({ keepAlive: true })
  const server = http.createServer((request, response) => {
    passed.calls += 1
    const fate = fateOf(weather, random())
    if (fate !== null) passed.struck += 1
    if (fate === 'reset') request.socket.resetAndDestroy()
    else if (fate !== null) refuse(response, fate)
    else
      forward(graphUrl, {
        request,
        response,
        agent,
        heard(status) {
          if (status === 429) passed.refused += 1
        },
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is one
  return {
    url: `http://127.0.0.1:${port}`,
    change(next, seed) {
      weather = next
      random = randomFrom(seed)
      passed = { calls: 0, refused: 0, struck: 0 }
    },
    passed: () => ({ ...passed }),
    async close() {
      server.closeAllConnections()
      agent.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function fateOf({ throttled, unavailable, reset }: Weather, chance: number): 429 | 503 | 'reset' | null {
  const point = chance * 1_000
  if (point < throttled) return 429
  if (point < throttled + unavailable) return 503
  return point < throttled + unavailable + reset ? 'reset' : null
}

/** The shortest wait that the header can say. */
function refuse(response: ServerResponse, status: 429 | 503): void {
  const code = status === 429 ? 'TooManyRequests' : 'serviceNotAvailable'
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(status === 429 ? { 'retry-after': '1' } : {}),
  })
  response.end(JSON.stringify({ error: { code, message: 'The weather is bad.' } }))
}

type Forward = {
  request: IncomingMessage
  response: ServerResponse
  agent: http.Agent
  heard(status: number | undefined): void
}

function forward(graphUrl: string, { request, response, agent, heard }: Forward): void {
  const { method = 'GET', headers, url = '/' } = request
  const onward = http.request(new URL(url, graphUrl), { method, headers, agent }, (answer) => {
    heard(answer.statusCode)
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}

/** The same numbers from the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
