import {
  AuthenticationHandler,
  AuthenticationHandlerOptions,
  Client,
  type Context,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client'
import { whereItGoes } from './address'

export type Sending = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** At Graph's own address, exactly as it shall be asked. */
  address: string
  token: string
  headers: Record<string, string>
  body: unknown
  signal: AbortSignal
}

/** One request by Microsoft's client, and whatever came back. @throws what `fetch` throws: no answer at all */
export async function send({ method, address, token, headers, body, signal }: Sending): Promise<Response> {
  const request = client
    .api(address)
    .headers(headers)
    .option('signal', signal)
    .responseType(ResponseType.RAW)
    .middlewareOptions([
      new AuthenticationHandlerOptions({ getAccessToken: async () => token }),
      new ExactAddress(address),
    ])
  if (method === 'GET') return request.get()
  if (method === 'DELETE') return request.delete()
  return method === 'POST' ? request.post(body) : request.patch(body)
}

/** Rides along with a request: the client takes links apart and puts them together again, not always the same. */
class ExactAddress {
  readonly address: string

  constructor(address: string) {
    this.address = address
  }
}

/**
 * The last link of the chain, and the only place that knows where a call really goes. Redirects are not
 * followed, so that a token stays where it was meant to go; nothing is repeated here.
 */
class Transport implements Middleware {
  async execute(context: Context): Promise<void> {
    const exact = context.middlewareControl?.getMiddlewareOptions(ExactAddress)
    if (!(exact instanceof ExactAddress)) throw new Error('every call to Graph must say its exact address')
    // Microsoft's type of options allows for node-fetch's, which are never given here.
    const options = context.options as RequestInit
    context.response = await fetch(whereItGoes(exact.address), {
      ...options,
      redirect: 'manual',
      cache: 'no-store',
    })
  }
}

const nobody = {
  getAccessToken: () => Promise.reject(new Error('every call to Graph must bring its own token')),
}

const client = Client.initWithMiddleware({
  middleware: [new AuthenticationHandler(nobody), new Transport()],
})
