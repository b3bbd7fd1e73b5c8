import { type Filter, parseFilter } from './filter'
import { badRequest, contextOf, type GraphAnswer, type GraphRequest, publicUrl } from './request'

/** What $skiptoken carries here. Clients must not look inside. */
export function readSkipToken({ query }: GraphRequest): number {
  const token = query.get('$skiptoken')
  if (token === null) return 0
  const at = Number(Buffer.from(token, 'base64url').toString().replace(/^at:/, ''))
  if (!Number.isInteger(at) || at < 0) throw badRequest('Invalid $skiptoken.', 'Directory_ExpiredPageToken')
  return at
}

/** The address of the next page: the same question, from there on. */
export function nextLink(request: GraphRequest, at: number): string {
  const query = new URLSearchParams(request.query)
  query.set('$skiptoken', Buffer.from(`at:${at}`).toString('base64url'))
  return publicUrl(request, query)
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
export function selected(item: Record<string, unknown>, { query }: GraphRequest): Record<string, unknown> {
  const names = query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim().toLowerCase())
  if (!names) return item
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => name.startsWith('@') || names.includes(name.toLowerCase())),
  )
}

/** A whole short list as one page, filtered and selected. */
export function listAnswer(
  request: GraphRequest,
  context: string,
  items: Record<string, unknown>[],
): GraphAnswer {
  const filter = readFilter(request)
  const found = filter ? items.filter(filter.test) : items
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, context),
      value: found.map((item) => selected(item, request)),
    },
  }
}

/** A long list that is in memory: filtered, then one page of it. */
export function pageAnswer<T>(
  request: GraphRequest,
  {
    context,
    items,
    view,
    size,
  }: {
    context: string
    items: T[]
    view: (item: T) => Record<string, unknown>
    size: { fallback: number; max: number }
  },
): GraphAnswer {
  const filter = readFilter(request)
  const top = readTop(request, size.fallback, size.max)
  const value: Record<string, unknown>[] = []
  for (let at = readSkipToken(request); at < items.length; at += 1) {
    const item = items[at]
    const shown = item === undefined ? null : view(item)
    if (!shown || (filter && !filter.test(shown))) continue
    if (value.length === top) return page(request, context, value, nextLink(request, at))
    value.push(selected(shown, request))
  }
  return page(request, context, value, null)
}

function page(request: GraphRequest, context: string, value: unknown[], next: string | null): GraphAnswer {
  const body = {
    '@odata.context': contextOf(request, context),
    ...(next ? { '@odata.nextLink': next } : {}),
    value,
  }
  return { status: 200, body }
}
