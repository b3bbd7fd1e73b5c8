import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'

import { handleControl } from './control/control'
import { mountGraph } from './graph/mount'
import type { Options } from './options'
import { handlePage } from './pages/router'
import { mountSignIn } from './signin/mount'
import { openWorld, type World } from './world/world'

export type Running = { world: World; origin: string; stop(): Promise<void> }

/** Starts the emulator: one process, one port, both loopback addresses. */
export async function startServer(options: Options): Promise<Running> {
  const world = openWorld(options)
  const origin = `http://localhost:${options.port}`
  const signIn = await mountSignIn(world, origin, options.portalUrl)
  const graph = mountGraph(world, signIn)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (!isLoopback(request)) {
      response
        .writeHead(421, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Not a name of this computer.\n')
      return
    }
    if (await handleControl(request, response, { world, origin, signIn })) return
    if (await graph(request, response)) return
    if (await signIn.handle(request, response)) return
    if (await handlePage(request, response, world)) return
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('There is no such page here.\n')
  }
  const servers = await Promise.all(['127.0.0.1', '::1'].map((host) => listen(answer, options.port, host)))

  return {
    world,
    origin,
    async stop() {
      for (const server of servers) {
        server?.closeAllConnections()
        server?.close()
      }
      world.store.close()
    },
  }
}

/** A page on the internet can make its own name point here; nothing is answered under such a name. */
function isLoopback({ headers }: IncomingMessage): boolean {
  const name = URL.parse(`http://${headers.host ?? ''}`)?.hostname ?? ''
  return ['localhost', '127.0.0.1', '[::1]'].includes(name)
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Null where the computer has no IPv6. @throws {Error} EADDRINUSE when somebody else has the port */
function listen(answer: Answer, port: number, host: string) {
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error))
  })
  server.keepAliveTimeout = 65_000
  return new Promise<typeof server | null>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (host === '::1' && error.code !== 'EADDRINUSE') resolve(null)
      else reject(error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error)
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
  response.end('The emulator failed; its console says why.\n')
}
