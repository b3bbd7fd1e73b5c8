import { IncomingMessage } from 'node:http'

import type { World } from '../world/world'
import { type AssertionProblem, assertionType, provenApp } from './certificate'

const bodyMax = 64 * 1024
const certified = new WeakSet<IncomingMessage>()

/** Whether an app proved itself by certificate in this request. */
export function usedCertificate(request: IncomingMessage): boolean {
  return certified.has(request)
}

/**
 * The token request as the protocol library is to see it: an assertion that proves an app is exchanged for the
 * app's secret, because the library knows one way of authentication for each app and Entra knows several.
 */
export async function readTokenRequest(
  world: World,
  request: IncomingMessage,
  audiences: string[],
): Promise<IncomingMessage | AssertionProblem> {
  const form = new URLSearchParams(await readText(request))
  const assertion = form.get('client_assertion')
  if (assertion === null) return replayed(request, form)
  if (form.get('client_assertion_type') !== assertionType)
    return {
      code: 90_014,
      text: "The required field 'client_assertion_type' is missing from the credential.",
    }
  const app = await provenApp(world, assertion, { clientId: form.get('client_id'), audiences })
  if ('code' in app) return app
  form.delete('client_assertion')
  form.delete('client_assertion_type')
  form.set('client_id', app.clientId)
  form.set('client_secret', app.clientSecret)
  const replay = replayed(request, form)
  certified.add(replay)
  return replay
}

async function readText(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request) {
    length += piece.length
    if (length <= bodyMax) pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** The same request with another body, to be read once more. */
function replayed(request: IncomingMessage, form: URLSearchParams): IncomingMessage {
  const body = Buffer.from(form.toString())
  const replay = new IncomingMessage(request.socket)
  const { method, url, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(replay, { method, url, httpVersion, httpVersionMajor, httpVersionMinor })
  replay.headers = { ...request.headers, 'content-length': String(body.length) }
  replay.complete = true // else its end would close the connection
  replay.push(body)
  replay.push(null)
  return replay
}
