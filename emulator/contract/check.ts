import * as z from 'zod'

import { directoryEndpoints } from './directory-endpoints'
import type { Endpoint, Version } from './endpoint'
import { serviceEndpoints } from './service-endpoints'
import { errorEnvelope, page } from './shapes/shape'

/** Every call the portal makes, and those beside it that this tenant answers. */
export const endpoints: readonly Endpoint[] = [...directoryEndpoints, ...serviceEndpoints]

export type Seen = {
  verb: string
  version: Version
  path: string
  query: URLSearchParams
  status: number
  body: unknown
}

/** What is wrong with an answer; empty when it is as documented. A call that is not described is wrong as well. */
export function problemsOf(seen: Seen): string[] {
  if (seen.status >= 400) return isAspNet(seen) ? [] : problemsWith(errorEnvelope, seen.body)
  const endpoint = findEndpoint(seen)
  if (!endpoint) return [`${seen.verb} /${seen.version}${seen.path} is not described`]
  if (!endpoint.statuses.includes(seen.status))
    return [`answers ${seen.status}, not ${endpoint.statuses.join(' or ')}`]
  const shape = shapeFor(endpoint, seen)
  if (shape === null || seen.status === 204)
    return seen.body === '' || seen.body === undefined ? [] : ['has a body, where none is documented']
  return problemsWith(shape, seen.body)
}

/** The endpoint of a path; one with fixed segments before one that takes anything. */
export function findEndpoint({
  verb,
  version,
  path,
}: Pick<Seen, 'verb' | 'version' | 'path'>): Endpoint | null {
  const asked = path.replace(/^\/me(?=\/|$)/i, '/users/me').split('/')
  const fitting = endpoints.filter(
    (endpoint) => endpoint.verb === verb && endpoint.versions.includes(version) && fits(endpoint.path, asked),
  )
  return fitting.sort((a, b) => openness(a) - openness(b))[0] ?? null
}

function fits(path: string, asked: string[]): boolean {
  const pieces = path.split('/')
  return (
    pieces.length === asked.length &&
    pieces.every((piece, at) => piece.startsWith('{') || piece.toLowerCase() === asked[at]?.toLowerCase())
  )
}

const openness = ({ path }: Endpoint) => path.split('/').filter((piece) => piece.startsWith('{')).length

/** `$select` leaves only some members; without it, a user shows eleven. */
function shapeFor(endpoint: Endpoint, { version, query }: Seen): z.ZodType | null {
  const { body, item, selectable, options, path } = endpoint
  const whole = body[version]
  const names = query.get('$select')
  if (names === null || whole === null || !options.includes('$select')) return whole
  if (path.endsWith('/delta')) return whole
  const narrow = (shape: z.ZodType) => narrowed(shape, names.split(','))
  if (item) return page(narrow(selectable ?? item[version]))
  return narrow(selectable ?? whole)
}

function narrowed(shape: z.ZodType, selected: string[]): z.ZodType {
  if (shape instanceof z.ZodUnion)
    return z.union(shape.options.map((option) => narrowed(option as z.ZodType, selected)))
  if (!(shape instanceof z.ZodObject)) return shape
  const names = selected.map((name) => name.trim().toLowerCase())
  const kept = Object.entries(shape.shape).filter(
    ([name]) => name.startsWith('@') || name === 'manager' || names.includes(name.toLowerCase()),
  )
  return z.strictObject(Object.fromEntries(kept))
}

/** The one refusal that is not in Graph's envelope: DELETE of an untyped method (msgraph-sdk-powershell issue 937). */
function isAspNet({ verb, path }: Seen): boolean {
  return verb === 'DELETE' && /\/authentication\/methods\/[^/]+$/i.test(path)
}

function problemsWith(shape: z.ZodType, body: unknown): string[] {
  const result = shape.safeParse(body)
  return result.success ? [] : [z.prettifyError(result.error)]
}
