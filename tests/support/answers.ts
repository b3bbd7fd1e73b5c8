import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Heard = { method: string; url: string; headers: IncomingMessage['headers'] }

type Answer = (request: IncomingMessage, response: ServerResponse, url: string) => void

/**
 * A server that answers as it is told, for what no honest Graph would say. It also gives tokens.
 * GRAPH_URL and AUTHORITY lead to it until it stops.
 */
export async function answerInsteadOfGraph(answer: Answer) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const url = request.url ?? ''
    if (url.endsWith('/oauth2/v2.0/token')) {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ access_token: 'secret-token', expires_in: 3600 }))
      return
    }
    heard.push({ method: request.method ?? '', url, headers: request.headers })
    answer(request, response, url)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address is one
  const url = `http://127.0.0.1:${port}`
  const before = { GRAPH_URL: process.env.GRAPH_URL, AUTHORITY: process.env.AUTHORITY }
  Object.assign(process.env, { GRAPH_URL: url, AUTHORITY: `${url}/tenant/v2.0` })
  return {
    url,
    heard,
    async stop() {
      Object.assign(process.env, before)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Says it as JSON. */
export function say(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'request-1' })
  response.end(JSON.stringify(body))
}
