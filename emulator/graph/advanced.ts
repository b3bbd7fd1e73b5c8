import { readFilter } from './paging'
import { type AllowedRequest, badRequest, isEventual } from './request'
import { isAdvancedQuery, missingParameters, searchNeedsHeader } from './user-filter'

/**
 * Relationships: $search wants the header; $filter, $orderby and a cast want $count as well
 * (https://learn.microsoft.com/graph/api/user-list-memberof). @throws {GraphError} 400
 */
export function requireAdvanced(request: AllowedRequest, cast: string | undefined): void {
  const { query, world } = request
  if (query.has('$search') && !isEventual(request)) throw searchNeedsHeader()
  if (isAdvancedQuery(request)) return
  // microsoft-graph-docs issue 11242
  if (query.has('$filter'))
    throw badRequest(
      'The specified filter to the reference property query is currently not supported.',
      'Request_UnsupportedQuery',
    )
  if (query.has('$orderby')) throw missingParameters('orderby')
  if (cast !== undefined && world.settings.castsNeedHeader) throw missingParameters('cast')
}

/** Groups and units filter and sort by default, but for the words of advanced queries. */
export function requireAdvancedWords(request: AllowedRequest): void {
  const { query } = request
  if (query.has('$search') && !isEventual(request)) throw searchNeedsHeader()
  const words =
    readFilter(request)?.uses.map(({ operator, isNegated }) => (isNegated ? 'not' : operator)) ?? []
  const advanced = words.find((word) => ['ne', 'not', 'endswith'].includes(word))
  if (advanced !== undefined && !isAdvancedQuery(request)) throw missingParameters(advanced)
  if (query.has('$filter') && query.has('$orderby') && !isAdvancedQuery(request))
    throw missingParameters('orderby')
}
