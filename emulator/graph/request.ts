import type { SignIn } from '../signin/mount'
import { isoAt, realNow } from '../world/clock'
import type { Settings } from '../world/settings'
import type { World } from '../world/world'
import type { Caller } from './caller'

export type Version = 'v1.0' | 'beta'

/** One call, whether it came alone or inside a batch. */
export type GraphRequest = {
  world: World
  signIn: SignIn
  method: string
  version: Version
  /** Without version, with a slash in front, decoded. */
  path: string
  /** The path began with /me, which stands for the caller. */
  isMe: boolean
  query: URLSearchParams
  /** Lower-case names. */
  headers: Record<string, string>
  body: unknown
  requestId: string
  clientRequestId: string | null
}

/** A call whose caller is known and allowed. */
export type AllowedRequest = GraphRequest & { caller: Caller }

export type GraphAnswer = {
  status: number
  headers?: Record<string, string>
  /** Undefined: no body. A string goes out as it is. */
  body?: unknown
}

/** A refusal in Graph's error envelope. */
export class GraphError extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Record<string, string>
  /** Members beside code and message. */
  readonly more: Record<string, string>

  constructor(
    status: number,
    code: string,
    message: string,
    headers: Record<string, string> = {},
    more: Record<string, string> = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
    this.more = more
  }
}

/** The documented envelope: https://learn.microsoft.com/graph/errors. The methods back end repeats its message. */
export function errorAnswer(error: GraphError, request: GraphRequest): GraphAnswer {
  const isMethods = request.path.toLowerCase().includes('/authentication')
  return {
    status: error.status,
    headers: error.headers,
    body: {
      error: {
        code: error.code,
        message: error.message,
        ...error.more,
        innerError: {
          ...(isMethods ? { message: error.message } : {}),
          date: isoAt(realNow()).slice(0, 19),
          'request-id': request.requestId,
          'client-request-id': request.clientRequestId ?? request.requestId,
        },
      },
    },
  }
}

export const notFound = (id: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  )

/** A refusal whose words are a setting, because Microsoft documents none. */
export function answerOf({ settings }: World, name: keyof Settings['answers']): GraphError {
  const { status, code, message } = settings.answers[name]
  return new GraphError(status, code, message)
}

export const badRequest = (message: string, code = 'Request_BadRequest') => new GraphError(400, code, message)

/** The public address of what was asked, as Graph writes it into links and contexts. */
export function publicUrl(request: Pick<GraphRequest, 'version' | 'path'>, query?: URLSearchParams): string {
  const text = query?.toString().replaceAll('%24', '$').replaceAll('+', '%20') ?? ''
  return `https://graph.microsoft.com/${request.version}${request.path}${text === '' ? '' : `?${text}`}`
}

export function contextOf(request: Pick<GraphRequest, 'version'>, rest: string): string {
  return `https://graph.microsoft.com/${request.version}/$metadata#${rest}`
}

/** A header asks for eventual consistency: the condition of all advanced queries. */
export function isEventual({ headers }: GraphRequest): boolean {
  return headers.consistencylevel?.toLowerCase() === 'eventual'
}
