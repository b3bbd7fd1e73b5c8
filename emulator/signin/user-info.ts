import type { IncomingMessage, ServerResponse } from 'node:http'

import { findPerson } from '../world/people'
import type { World } from '../world/world'
import type { Keys } from './keys'
import { graphAudience } from './tokens'

/** GET /oidc/userinfo, for whoever holds a delegated token: at Microsoft it lives with Graph. */
export async function userInfo(
  world: World,
  keys: Keys,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<true> {
  const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? ''
  const claims = await keys.verify(token, graphAudience).catch(() => null)
  const person = claims?.idtyp === 'user' ? findPerson(world, String(claims.oid)) : null
  if (!claims || !person) {
    response.writeHead(401, { 'www-authenticate': 'Bearer error="invalid_token"' }).end()
    return true
  }
  const { displayName: name, givenName: given_name, surname: family_name, mail: email } = person
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify({ sub: claims.sub, name, given_name, family_name, email }))
  return true
}
