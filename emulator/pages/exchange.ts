import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Html } from './html'

/** One request and its answer, as the pages see them. */
export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  /** The path in pieces: `/phones/elio` is `['phones', 'elio']`. */
  path: string[]
  form: URLSearchParams
}

const formBytesMax = 64 * 1024

/** The request, with its form read when it is a POST. @throws {Error} a form above 64 KiB */
export async function readExchange(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const url = pageUrl(request)
  const path = url.pathname
    .split('/')
    .filter((piece) => piece !== '')
    .map(decode)
  const form = new URLSearchParams(request.method === 'POST' ? await readBody(request) : '')
  return { request, response, url, path, form }
}

/** The address asked for. Never throws: what cannot be read is the home page. */
export function pageUrl(request: IncomingMessage): URL {
  const base = 'http://localhost'
  return URL.parse(request.url ?? '/', base) ?? new URL(base)
}

/** Whether a POST comes from the emulator's own pages, as far as the browser says. */
export function isOwnPost({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Sends a page. True, so that a route can end with it: it was answered. */
export function sendHtml({ response }: Exchange, { markup }: Html, status = 200): true {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  })
  response.end(markup)
  return true
}

export function sendJson({ response }: Exchange, value: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(value))
  return true
}

/** Sends the browser on. 303, so that a form is never posted twice by reloading. */
export function sendTo({ response }: Exchange, address: string, cookies: string[] = []): true {
  if (cookies.length > 0) response.appendHeader('set-cookie', cookies)
  response.writeHead(303, { location: address, 'cache-control': 'no-store' })
  response.end()
  return true
}

/** An address on this server, or the fallback: nothing given in a query sends people elsewhere. */
export function ownAddress(given: string | null | undefined, fallback: string): string {
  const url = given?.startsWith('/') ? URL.parse(given, 'http://localhost') : null
  return url?.host === 'localhost' ? url.pathname + url.search + url.hash : fallback
}

export function readCookie(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return decode(value)
  }
  return null
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes > formBytesMax) throw new Error('a form of these pages is small')
  }
  return Buffer.concat(pieces).toString('utf8')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
