import type { IncomingMessage, ServerResponse } from 'node:http'

import { resetWorld, type World } from '../world/world'
import { about } from './about'

type Control = { world: World; origin: string }

/** Answers `/emulator/…`; false when the path is not below it. */
export async function handleControl(
  request: IncomingMessage,
  response: ServerResponse,
  { world, origin }: Control,
): Promise<boolean> {
  const path = (request.url ?? '').split('?')[0]
  if (!path?.startsWith('/emulator/')) return false
  if (path === '/emulator/about') send(response, 200, about(world, origin))
  else if (path === '/emulator/reset' && request.method === 'POST') {
    resetWorld(world)
    response.writeHead(204).end()
  } else send(response, 404, { error: 'There is no such control.' })
  return true
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(`${JSON.stringify(value)}\n`)
}
