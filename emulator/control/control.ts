import type { IncomingMessage, ServerResponse } from 'node:http'

import * as z from 'zod'

import type { SignIn } from '../signin/mount'
import type { World } from '../world/world'
import { about } from './about'
import { controls } from './controls'
import { NotThere } from './input'

export type Control = { world: World; origin: string; signIn: SignIn }

/**
 * Answers `/emulator/…`, the switches of demo and tests; false when the path is not below it. Browsers on other
 * sites are refused, so that no page somebody visits turns them.
 */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  control: Control,
): Promise<boolean> {
  const url = URL.parse(request.url ?? '/', control.origin)
  if (!url?.pathname.startsWith('/emulator/')) return false
  const site = request.headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') send(response, 403, { error: 'Not from another site.' })
  else await answer(request, response, { ...control, url })
  return true
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  call: Control & { url: URL },
): Promise<void> {
  const path = call.url.pathname.slice('/emulator'.length)
  if (path === '/about') return send(response, 200, about(call.world, call.origin))
  try {
    const body = await readJson(request)
    for (const { verb, pattern, run } of controls) {
      const match = request.method === verb ? pattern.exec(path) : null
      if (match)
        return send(
          response,
          200,
          await run(call, { body, params: match.groups ?? {}, query: call.url.searchParams }),
        )
    }
    send(response, 404, { error: `There is no control ${request.method} ${call.url.pathname}.` })
  } catch (error) {
    if (error instanceof NotThere) send(response, 404, { error: error.message })
    else if (error instanceof z.ZodError) send(response, 400, { error: z.prettifyError(error) })
    else if (error instanceof SyntaxError) send(response, 400, { error: 'The body is not JSON.' })
    else throw error
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece)
  const text = Buffer.concat(pieces).toString('utf8')
  return text === '' ? {} : JSON.parse(text)
}

/** Undefined becomes 204. */
function send(response: ServerResponse, status: number, value: unknown): void {
  if (value === undefined) {
    response.writeHead(204).end()
    return
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(`${JSON.stringify(value)}\n`)
}
