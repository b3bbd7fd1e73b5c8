import { randomBytes } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { Unseen } from './graph'

/** How a browser came back: with a code to redeem, or with what Microsoft calls the error. */
export type Arrival = { code: string } | { error: string; aadsts: string | null }

export type Loopback = {
  /** A short address for the tester; opened, it leads where `to` says. Answers when the browser has come back. */
  offer(to: (state: string) => string): { address: string; opened: Promise<void>; arrival: Promise<Arrival> }
  callback(app: string): string
  close(): void
}

type Offer = { number: number; to: string; open(): void; arrive(arrival: Arrival): void }

/** Should the browser not ask for its last page, the code is there all the same. */
const LAST_PAGE_MS = 2_000

/**
 * Listens on this computer for browsers that come back from a sign-in, at the portal's own callback paths: so the
 * registrations need one more redirect address and no other kind of client (decision 0021).
 *
 * @throws {Unseen} the port is taken
 */
export async function openLoopback(port: number): Promise<Loopback> {
  const byNumber = new Map<string, Offer>()
  const byState = new Map<string, Offer>()
  /** Last pages that are still to be shown, and what goes on then. */
  const shown = new Map<string, () => void>()
  const origin = `http://localhost:${port}`

  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', origin)
    // Another site's page must not reach this listener under a name of its own.
    if (!url || request.headers.host !== `localhost:${port}`) return answer(response, 421, 'Not here.')
    if (url.pathname.startsWith('/api/auth/callback/')) {
      const offer = take(byState, url.searchParams.get('state') ?? '')
      if (!offer) return answer(response, 400, 'This sign-in is over. Go back to the terminal.')
      const arrive = () => offer.arrive(arrivalOf(url.searchParams))
      shown.set(`/done/${offer.number}`, arrive)
      setTimeout(arrive, LAST_PAGE_MS).unref()
      return forward(response, `/done/${offer.number}`) // so that the code leaves the address bar
    }
    const arrive = take(shown, url.pathname)
    if (arrive) response.once('finish', arrive)
    const offer = byNumber.get(url.pathname)
    if (!offer) return answer(response, 200, 'That is all here. Go back to the terminal.')
    offer.open()
    return forward(response, offer.to)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => reject(new Unseen(`Port ${port} is taken: name another with --port.`)))
    server.listen(port, '127.0.0.1', resolve)
  })

  let count = 0
  return {
    callback: (app) => `${origin}/api/auth/callback/${app}`,
    offer(to) {
      count += 1
      const state = randomBytes(24).toString('base64url')
      const opened = Promise.withResolvers<void>()
      const arrived = Promise.withResolvers<Arrival>()
      const offer = { number: count, to: to(state), open: opened.resolve, arrive: arrived.resolve }
      byNumber.set(`/${count}`, offer)
      byState.set(state, offer)
      return {
        address: `${origin}/${count}`,
        opened: opened.promise,
        arrival: arrived.promise,
      }
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function take<Value>(from: Map<string, Value>, key: string): Value | undefined {
  const value = from.get(key)
  from.delete(key)
  return value
}

/** Of Microsoft's description only the number is kept: the rest can name people. */
function arrivalOf(query: URLSearchParams): Arrival {
  const code = query.get('code')
  if (code) return { code }
  const aadsts = /AADSTS\d+/.exec(query.get('error_description') ?? '')?.[0] ?? null
  return { error: query.get('error') ?? 'nothing said', aadsts }
}

const headers = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'",
}

function forward(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...headers, location }).end()
}

function answer(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { ...headers, 'content-type': 'text/html; charset=utf-8' })
  response.end(`<!doctype html><html lang="en"><title>Probe</title><h1>${sentence}</h1></html>`)
}
