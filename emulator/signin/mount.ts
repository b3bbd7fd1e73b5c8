import type { IncomingMessage, ServerResponse } from 'node:http'

import type { World } from '../world/world'
import type { AssertionProblem } from './certificate'
import { discovery } from './discovery'
import { entraError } from './entra-error'
import { type Keys, openKeys } from './keys'
import { signOut } from './logout'
import { makeProvider } from './provider'
import { setRunningProvider } from './running-provider'
import { readTokenRequest } from './token-request'
import { userInfo } from './user-info'

export type SignIn = {
  keys: Keys
  issuer: string
  /** Answers the paths below the tenant's id; false when the path is none of them. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
}

/** Sets up sign-in for a world: discovery, authorize, token, keys and logout under Entra's paths. */
export async function mountSignIn(world: World, origin: string, portalUrl: string): Promise<SignIn> {
  const base = `/${world.tenant.id}`
  const issuer = `${origin}${base}/v2.0`
  const keys = await openKeys(world, issuer)
  const provider = makeProvider({ world, keys, issuer, portalUrl })
  const callback = provider.callback()
  setRunningProvider(world, provider)

  return {
    keys,
    issuer,
    async handle(request, response) {
      const address = request.url ?? '/'
      if (address === '/oidc/userinfo') return userInfo(world, keys, { request, response })
      if (!address.startsWith(`${base}/`)) return false
      const path = address.slice(base.length)
      const [name] = path.split('?')
      if (name === '/v2.0/.well-known/openid-configuration')
        return sendJson(response, discovery(world, origin))
      if (name === '/discovery/v2.0/keys') return sendJson(response, { keys: [keys.publicJwk] })
      if (name === '/oauth2/v2.0/logout') return signOut(world, { request, response, origin, portalUrl })
      const isToken = name === '/oauth2/v2.0/token' && request.method === 'POST'
      const audiences = [`${origin}${base}/oauth2/v2.0/token`, issuer]
      const given = isToken ? await readTokenRequest(world, request, audiences) : request
      if ('code' in given) return sendProblem(response, given)
      // The library joins what was cut off here to the addresses it makes.
      Object.assign(given, { originalUrl: address, url: path })
      await callback(given, response)
      return true
    },
  }
}

function sendProblem(response: ServerResponse, { code, text }: AssertionProblem): boolean {
  response.writeHead(401, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(entraError('invalid_client', code, text)))
  return true
}

function sendJson(response: ServerResponse, value: unknown): boolean {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=86400, private',
  })
  response.end(JSON.stringify(value))
  return true
}
