import { directoryRoutes } from './directory-routes'
import { methodRoutes } from './method-routes'
import type { Route } from './route'
import { serviceRoutes } from './service-routes'

/** Everything Graph answers here. The first that fits counts, so fixed segments stand before `{any}`. */
export const routes: readonly Route[] = [...directoryRoutes, ...methodRoutes, ...serviceRoutes]

type Found = { route: Route; params: Record<string, string> }

/** The route for a path and its parameters; `otherVerb` when only another verb would fit. */
export function findRoute(verb: string, path: string): Found | 'otherVerb' | null {
  const segments = path.split('/').slice(1)
  const fitting = routes.filter(({ pattern }) => fits(pattern, segments))
  const route = fitting.find((candidate) => candidate.verb === verb)
  if (!route) return fitting.length > 0 ? 'otherVerb' : null
  return { route, params: paramsOf(route.pattern, segments) }
}

/** The first segment of a path that leads nowhere. */
export function lostSegment(path: string): string {
  const segments = path.split('/').slice(1)
  const known = (length: number) =>
    routes.some(({ pattern }) => fits(pattern.slice(0, length), segments.slice(0, length)))
  const at = segments.findIndex((_, index) => !known(index + 1))
  return segments[at] ?? segments.at(-1) ?? ''
}

function fits(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((piece, at) =>
      piece.startsWith('{') ? isFilled(piece, segments[at]) : isSame(piece, segments[at]),
    )
  )
}

const isSame = (piece: string, segment: string | undefined) => piece === segment?.toLowerCase()

/** A cast is the name of a type, never an id or `$count`. */
function isFilled(piece: string, segment: string | undefined): boolean {
  if (segment === undefined || segment === '') return false
  return piece !== '{cast}' || /^(microsoft\.)?graph\.\w+$/i.test(segment)
}

function paramsOf(pattern: string[], segments: string[]): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [at, piece] of pattern.entries())
    if (piece.startsWith('{')) params[piece.slice(1, -1)] = segments[at] ?? ''
  const cast = params.cast
  if (cast !== undefined) params.cast = cast.startsWith('microsoft.') ? cast : `microsoft.${cast}`
  return params
}
