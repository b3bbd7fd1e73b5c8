import type { IncomingMessage, ServerResponse } from 'node:http'

import type { World } from '../world/world'
import { runningProvider } from './running-provider'

type SignOut = { request: IncomingMessage; response: ServerResponse; origin: string; portalUrl: string }

/** Ends the browser's session and sends it on to an address of the portal; any other stays on a page here. */
export async function signOut(
  world: World,
  { request, response, origin, portalUrl }: SignOut,
): Promise<boolean> {
  const cookie = /(?:^|; )emu_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]
  await (await runningProvider(world).Session.find(cookie ?? ''))?.destroy()
  const wanted = URL.parse(request.url ?? '/', origin)?.searchParams.get('post_logout_redirect_uri') ?? ''
  const isPortal = URL.parse(wanted)?.origin === URL.parse(portalUrl)?.origin || isLoopback(wanted)
  const expired = ['emu_session', 'emu_session.sig', 'emu_me'].map(
    (name) => `${name}=; Path=/; Max-Age=0; HttpOnly`,
  )
  response.writeHead(303, {
    'set-cookie': expired,
    'cache-control': 'no-store',
    location: isPortal ? wanted : '/',
  })
  response.end()
  return true
}

function isLoopback(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null && url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  )
}
