import type { FilterUse } from './filter'
import { type AllowedRequest, badRequest, isEventual } from './request'

/** d: works by default; a: in advanced queries; -: not at all. */
type Support = 'd' | 'a' | '-'

/**
 * $filter on users: eq, ge and le, startsWith, null. What eq supports, `in`, `ne` and `not` support too, the last
 * two in advanced queries only. https://learn.microsoft.com/graph/aad-advanced-queries, table of user properties
 */
const supports: Record<string, readonly [eq: Support, range: Support, starts: Support, nulls: Support]> = {
  accountenabled: ['d', 'a', '-', '-'],
  agegroup: ['d', '-', '-', '-'],
  businessphones: ['d', '-', '-', '-'],
  city: ['d', 'd', 'd', 'a'],
  companyname: ['a', 'a', 'a', 'a'],
  country: ['d', 'd', 'd', 'a'],
  createddatetime: ['d', 'd', '-', '-'],
  department: ['d', 'd', 'd', 'a'],
  displayname: ['d', '-', 'd', 'a'],
  employeeid: ['d', 'a', 'd', 'a'],
  employeetype: ['a', 'a', 'a', '-'],
  givenname: ['d', 'd', 'd', 'a'],
  id: ['d', '-', '-', '-'],
  jobtitle: ['d', 'd', '-', 'a'],
  mail: ['d', 'd', 'd', '-'],
  mailnickname: ['d', 'd', 'd', 'a'],
  mobilephone: ['a', 'a', 'a', 'a'],
  officelocation: ['a', 'a', 'a', 'a'],
  onpremisesimmutableid: ['a', 'a', '-', '-'],
  onpremisessyncenabled: ['d', 'a', '-', '-'],
  othermails: ['d', 'd', 'd', '-'],
  preferredlanguage: ['a', 'a', 'a', 'a'],
  proxyaddresses: ['d', 'd', 'd', 'a'],
  surname: ['d', 'd', 'd', 'a'],
  usagelocation: ['d', 'd', 'd', '-'],
  userprincipalname: ['d', 'a', 'd', '-'],
  usertype: ['d', '-', '-', 'a'],
}

const endsWithProperties = ['mail', 'othermails', 'userprincipalname', 'proxyaddresses']

function supportOf({ name, operator, isNull }: FilterUse): Support {
  const property = name.toLowerCase()
  const [eq = '-', range = '-', starts = '-', nulls = '-'] = supports[property] ?? []
  if (isNull) return nulls
  switch (operator) {
    case 'eq':
    case 'in':
      return eq
    case 'ne':
      return eq === '-' ? '-' : 'a'
    case 'ge':
    case 'le':
      return range
    case 'startswith':
      return starts
    case 'endswith':
      return endsWithProperties.includes(property) ? 'a' : '-'
    default:
      return '-'
  }
}

/** @throws {GraphError} 400 — a property or operator that cannot be filtered by, or only in an advanced query */
export function checkUserFilter(request: AllowedRequest, uses: readonly FilterUse[]): void {
  const isAdvanced = isAdvancedQuery(request)
  for (const use of uses) {
    const support = supportOf(use)
    if (support === 'd' && !use.isNegated) continue
    if (support !== '-' && isAdvanced) continue
    const operator = use.isNegated ? 'not' : use.operator
    if (support !== '-' && ['not', 'ne', 'endswith'].includes(operator)) throw missingParameters(operator)
    throw badRequest(
      `Unsupported or invalid query filter clause specified for property '${use.name}' of resource 'User'.`,
      'Request_UnsupportedQuery',
    )
  }
}

/** The header, and $count=true or /$count in the path. */
export function isAdvancedQuery(request: AllowedRequest): boolean {
  const isCounted = request.query.get('$count') === 'true' || request.path.toLowerCase().endsWith('/$count')
  return isEventual(request) && isCounted
}

const spelling: Record<string, string> = { endswith: 'endsWith' }

/** In the words of the advanced queries page. */
export function missingParameters(operator: string) {
  return badRequest(
    `Operator '${spelling[operator] ?? operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
    'Request_UnsupportedQuery',
  )
}

export const noCount = () => badRequest('$count is not currently supported.')

export const searchNeedsHeader = () =>
  badRequest(
    "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    'Request_UnsupportedQuery',
  )
