import type { TypedFilter } from '@/lib/queries/audit-filter'

/** The part of a URL that says this filter, without what narrows nothing. */
export function filterQuery(typed: TypedFilter, change: Partial<TypedFilter> = {}): Record<string, string> {
  const { zone, ...rest } = { ...typed, ...change }
  const said = Object.entries(rest).filter(([, value]) => value !== '')
  const hasTime = rest.from !== '' || rest.until !== ''
  return Object.fromEntries(hasTime ? [...said, ['zone', zone]] : said)
}

/** Whether the filter narrows anything. */
export function isFiltered(typed: TypedFilter): boolean {
  return Object.keys(filterQuery(typed)).length > 0
}
