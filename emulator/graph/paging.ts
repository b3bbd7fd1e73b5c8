import { createHash } from 'node:crypto'

import { type Filter, parseFilter } from './filter'
import { openToken, sealToken } from './opaque'
import {
  type AllowedRequest,
  badRequest,
  contextOf,
  type GraphAnswer,
  type GraphRequest,
  isEventual,
  publicUrl,
} from './request'

type View = Record<string, unknown>

/** Where a page begins. @throws {GraphError} 400 — a token for another question, or of another life */
export function readSkipToken(request: GraphRequest): number {
  const text = request.query.get('$skiptoken')
  if (text === null) return 0
  const token = openToken(request.world, text)
  if (typeof token?.payload !== 'number' || token.question !== questionOf(request))
    throw badRequest(
      'The specified page token value has expired and can no longer be included in your request.',
      'Directory_ExpiredPageToken',
    )
  return token.payload
}

/** The address of the next page: the same question, from there on. */
export function nextLink(request: GraphRequest, at: number): string {
  const isPause = request.world.settings.emptyPages === 'everywhere'
  const query = new URLSearchParams(request.query)
  const question = questionOf(request)
  query.set('$skiptoken', sealToken(request.world, { payload: at, question, isPause }))
  return publicUrl(request, query)
}

/** The page without a member that a link may lead to first: https://learn.microsoft.com/graph/paging */
export function pauseAnswer(request: GraphRequest): GraphAnswer | null {
  const token = openToken(request.world, request.query.get('$skiptoken') ?? '')
  if (!token?.isPause) return null
  const query = new URLSearchParams(request.query)
  query.set('$skiptoken', sealToken(request.world, { ...token, isPause: false }))
  const next = { '@odata.nextLink': publicUrl(request, query) }
  return {
    status: 200,
    body: { '@odata.context': contextOf(request, request.path.slice(1)), ...next, value: [] },
  }
}

function questionOf({ version, path, query }: GraphRequest): string {
  const options = [...query].filter(([name]) => name !== '$skiptoken').sort()
  const text = JSON.stringify([version, path.toLowerCase(), options])
  return createHash('sha256').update(text).digest('base64url').slice(0, 16)
}

/** The page size asked for. @throws {GraphError} 400 — above the maximum, as the directory answers it */
export function readTop({ query }: GraphRequest, fallback: number, max: number): number {
  const text = query.get('$top')
  if (text === null) return fallback
  const top = Number(text)
  if (!Number.isInteger(top) || top < 1 || top > max)
    throw badRequest(
      `Invalid page size specified: '${text}'. Must be between 1 and ${max} inclusive.`,
      'Request_UnsupportedQuery',
    )
  return top
}

export function readFilter({ query }: GraphRequest): Filter | null {
  const text = query.get('$filter')
  return text === null ? null : parseFilter(text)
}

/** Keeps the selected members only; everything when nothing is selected. Annotations stay. */
export function selected(item: View, { query }: GraphRequest): View {
  const names = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim().toLowerCase())
  if (!names) return item
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name.startsWith('@') || names.includes(name.toLowerCase())),
  )
}

type Listing<T> = {
  context: string
  items: T[]
  view: (item: T) => View
  /** Absent: the list is never paged. */
  size?: { fallback: number; max: number }
  /** How $count=true is answered: whenever asked, or with the header of advanced queries only. */
  counts?: 'always' | 'advanced'
}

/** A list that is in memory: filtered, sorted, counted, then one page of it. */
export function pageAnswer<T>(request: AllowedRequest, listing: Listing<T>): GraphAnswer {
  const { items, view, size, counts = 'always' } = listing
  const filter = readFilter(request)
  const all = items.map(view)
  const found = sorted(request, filter ? all.filter(filter.test) : all)
  const start = readSkipToken(request)
  const from = start === 0 ? Number(request.query.get('$skip') ?? 0) : start
  const top = size ? readTop(request, size.fallback, size.max) : found.length
  const isCounted =
    request.query.get('$count') === 'true' && start === 0 && (counts === 'always' || isEventual(request))
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, listing.context),
      ...(isCounted ? { '@odata.count': found.length } : {}),
      ...(from + top < found.length ? { '@odata.nextLink': nextLink(request, from + top) } : {}),
      value: found.slice(from, from + top).map((item) => selected(item, request)),
    },
  }
}

/** A short list that is never paged. */
export function listAnswer(request: AllowedRequest, context: string, items: View[]): GraphAnswer {
  return pageAnswer(request, { context, items, view: (item) => item })
}

/** By $orderby: text without case, as the directory sorts. @throws {GraphError} 400 — there is no such property */
function sorted({ query }: GraphRequest, items: View[]): View[] {
  const terms = query.get('$orderby')?.split(',') ?? []
  return terms.toReversed().reduce((list, term) => {
    const [name = '', direction = 'asc'] = term.trim().split(/\s+/)
    const exact = Object.keys(list[0] ?? {}).find((key) => key.toLowerCase() === name.toLowerCase())
    if (list.length > 0 && exact === undefined)
      throw badRequest(`Could not find a property named '${name}'.`, 'BadRequest')
    const key = (item: View) => String(item[exact ?? ''] ?? '').toLowerCase()
    const sign = direction.toLowerCase() === 'desc' ? -1 : 1
    return list.toSorted((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  }, items)
}
