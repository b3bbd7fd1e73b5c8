import { badRequest, type GraphRequest, type Version } from './request'
import type { Route } from './route'

const known = ['$count', '$expand', '$filter', '$format', '$orderby', '$search', '$select', '$skip', '$top']
const tokens = ['$skiptoken', '$deltatoken']
const ofCollections = ['$filter', '$orderby', '$count', '$skip', '$top']

/**
 * The query with its options in lower case; in the beta the `$` may be left out
 * (https://learn.microsoft.com/graph/query-parameters). @throws {GraphError} 400 — an option twice
 */
export function readQuery(version: Version, text: string): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(text)) {
    const lower = name.toLowerCase()
    const isBare = version === 'beta' && known.includes(`$${lower}`)
    const option = isBare ? `$${lower}` : name.startsWith('$') ? lower : name
    if (option.startsWith('$') && query.has(option))
      throw badRequest(
        `Query option '${option}' was specified more than once, but it must be specified at most once.`,
        'BadRequest',
      )
    query.append(option, value)
  }
  return query
}

/** Refuses options a path does not support, each back end in its own words. Only GET looks at options at all. */
export function checkOptions(route: Route, { method, query, world }: GraphRequest): void {
  if (method !== 'GET') return
  const allowed = [...route.options, ...tokens, '$format']
  const option = [...query.keys()].find((name) => name.startsWith('$') && !allowed.includes(name))
  if (option === undefined) return
  if (route.family === 'methods' && world.settings.methodsQueryOptions === 'ignored') return
  throw refusal(route, option)
}

function refusal({ family, pattern }: Route, option: string) {
  const last = pattern.at(-1) ?? ''
  if (last.startsWith('{') && last !== '{cast}' && ofCollections.includes(option))
    return badRequest(
      'The query specified in the URI is not valid. The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.',
      'BadRequest',
    )
  // microsoft-graph-docs-contrib issue 1321
  if (family === 'directory') return badRequest(`Unrecognized query argument specified: '${option}'.`)
  const code = family === 'methods' ? 'badRequest' : 'BadRequest'
  if (!known.includes(option)) return badRequest(`The query parameter '${option}' is not supported.`, code)
  // microsoft-graph-docs issue 15592
  const name = option.charAt(1).toUpperCase() + option.slice(2)
  return badRequest(
    `The query specified in the URI is not valid. Query option '${name}' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.`,
    code,
  )
}
