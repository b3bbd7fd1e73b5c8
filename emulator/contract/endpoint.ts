import * as z from 'zod'

import { page } from './shapes/shape'

export type Version = 'v1.0' | 'beta'

/** One call as Microsoft documents it, in the form in which it is described here. */
export type Endpoint = {
  verb: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below the version, as its page writes it; `{user}` and the like stand for any one segment. */
  path: string
  versions: readonly Version[]
  /** Where it is documented: below https://learn.microsoft.com/graph/api/ */
  page: string
  /** Query options the page names. */
  options: readonly string[]
  /** Statuses of success. */
  statuses: readonly number[]
  /** What a success carries, by version; null: nothing. */
  body: Record<Version, z.ZodType | null>
  /** An item by itself, where the body is a list of them: `$select` takes members away from it. */
  item: Record<Version, z.ZodType> | null
  /** What `$select` can ask for, where it is more than one gets unasked. */
  selectable: z.ZodType | null
}

type Shape = z.ZodType | Record<Version, z.ZodType>

const both: readonly Version[] = ['v1.0', 'beta']
const byVersion = (shape: Shape): Record<Version, z.ZodType> =>
  shape instanceof z.ZodType ? { 'v1.0': shape, beta: shape } : shape

type Facts = {
  options?: string
  versions?: readonly Version[]
  statuses?: readonly number[]
  selectable?: z.ZodType
}

function endpoint(
  call: string,
  learn: string,
  { options = '', versions = both, statuses = [200], selectable }: Facts,
): Omit<Endpoint, 'body' | 'item'> {
  const [verb = '', path = ''] = call.split(' ')
  // The tables below spell verbs in capitals.
  return {
    verb: verb as Endpoint['verb'],
    path,
    versions,
    page: learn,
    options: options.split(' ').filter(Boolean),
    statuses,
    selectable: selectable ?? null,
  }
}

/** A call that answers with a list. */
export function list(call: string, learn: string, shape: Shape, facts: Facts = {}): Endpoint {
  const item = byVersion(shape)
  const body = { 'v1.0': page(item['v1.0']), beta: page(item.beta) }
  return { ...endpoint(call, learn, facts), body, item }
}

/** A call that answers with one thing. */
export function one(call: string, learn: string, shape: Shape, facts: Facts = {}): Endpoint {
  return { ...endpoint(call, learn, facts), body: byVersion(shape), item: null }
}

/** A call that answers without a body. */
export function done(call: string, learn: string, facts: Facts = {}): Endpoint {
  return {
    ...endpoint(call, learn, { statuses: [204], ...facts }),
    body: { 'v1.0': null, beta: null },
    item: null,
  }
}
