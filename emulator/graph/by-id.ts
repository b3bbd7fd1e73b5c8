import { findPerson } from '../world/people'
import type { GraphRequest } from './request'

const single = /^\s*(id|userPrincipalName)\s+eq\s+'([^']+)'\s*$/i
const several = /^\s*id\s+in\s*\(([^)]*)\)\s*$/i

/**
 * Where to look for people when a $filter names them, so that nobody walks through half a million to find one.
 * Null: anywhere. The filter is applied all the same.
 */
export function namedIndexes({ world, query }: GraphRequest): number[] | null {
  const filter = query.get('$filter') ?? ''
  const one = single.exec(filter)?.[2]
  const list = several.exec(filter)?.[1]
  const names = one !== undefined ? [one] : list?.split(',').map((name) => name.trim().replaceAll("'", ''))
  if (!names) return null
  const indexes = names.map((name) => findPerson(world, name)?.index)
  // With a lag, somebody deleted is still seen: then look everywhere.
  return indexes.includes(undefined)
    ? null
    : indexes.filter((index) => index !== undefined).sort((a, b) => a - b)
}
