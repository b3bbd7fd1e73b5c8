import type { World } from '../world/world'
import type { Permission } from './permissions'
import type { AllowedRequest, GraphAnswer } from './request'
import type { Family } from './throttle'

type RoutePermission = Permission | ((world: World) => Permission)

export type Route = {
  verb: string
  /** Segments in lower case; `{name}` takes any one segment. */
  pattern: string[]
  /** Or what a setting makes of it. */
  permission: RoutePermission
  family: Family
  /** Resource units before modifiers. */
  units: number
  betaOnly: boolean
  /** Query options its page documents. */
  options: readonly string[]
  answer(request: AllowedRequest, params: Record<string, string>): GraphAnswer
}

type Answer = Route['answer']
export type Facts = { family?: Family; units?: number; betaOnly?: boolean; options?: string }

/** `route('GET /users/{user}', …)`: a line of the table. */
export function route(
  address: string,
  permission: RoutePermission,
  answer: Answer,
  facts: Facts = {},
): Route {
  const [verb = 'GET', path = ''] = address.split(' ')
  const { family = 'directory', units = 1, betaOnly = false, options = '' } = facts
  return {
    verb,
    pattern: path.split('/').slice(1),
    permission,
    family,
    units,
    betaOnly,
    options: options === '' ? [] : options.split(' '),
    answer,
  }
}
