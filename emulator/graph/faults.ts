import type { ServerResponse } from 'node:http'

import { cast } from '../world/cast-facts'
import { findPerson, personAt } from '../world/people'
import type { World } from '../world/world'
import { newId } from '../world/world'
import type { GraphRequest } from './request'

export const faultKinds = [
  '429',
  '429-date',
  '429-bare',
  '401-expired',
  '401-claims',
  '403-premium',
  '500',
  '502',
  '503',
  '504-after',
  'next-foreign',
  'next-loop',
  'hold',
  'hold-after',
  'timeout',
  'reset-before',
  'reset-after',
  'truncated',
  'wrong-type',
  'slow',
] as const

export type FaultKind = (typeof faultKinds)[number]

/** One line of a fault script. */
export type Fault = {
  id: string
  match: {
    method?: string | undefined
    /** A regular expression over version, path and query, for example `^/v1.0/users/.*methods`. */
    path?: string | undefined
    /** Id or user principal name of whom the call touches or who makes it. */
    person?: string | undefined
    /** Name or client id of the calling app. */
    app?: string | undefined
  }
  /** How often it still strikes; null: until it is deleted. */
  left: number | null
  hits: number
  fault: FaultKind
  retryAfterSeconds: number
  delayMs: number
}

type Hold = { id: string; faultId: string; method: string; path: string; release(): void }

const scripts = new WeakMap<World, Fault[]>()
const holds = new WeakMap<World, Map<string, Hold>>()

/** The script, in the order in which its lines are tried; used-up lines stay until deleted, for their hits. */
export function listFaults(world: World): Fault[] {
  return scripts.get(world) ?? []
}

export function addFault(world: World, fault: Omit<Fault, 'id' | 'hits'>): Fault {
  const added = { ...fault, id: newId(), hits: 0 }
  scripts.set(world, [...listFaults(world), added])
  return added
}

/** Removes one line, or the whole script, and lets everything go that is held. */
export function removeFaults(world: World, id: string | null): void {
  scripts.set(world, id === null ? [] : listFaults(world).filter((fault) => fault.id !== id))
  if (id === null) releaseHolds(world, null)
}

/** The fault that strikes this call, used up by one. Faults of the wire strike whole requests only, no batch items. */
export function takeFault(
  request: GraphRequest,
  callerId: string | null,
  isBatchItem: boolean,
): Fault | null {
  const { world } = request
  if (touchesThea(request, callerId)) return theaFault
  const found = listFaults(world).find(
    (fault) =>
      fault.left !== 0 && matches(fault, request, callerId) && !(isBatchItem && isOfTheWire(fault.fault)),
  )
  if (!found) return null
  found.hits += 1
  if (found.left !== null) found.left -= 1
  return found
}

const ofTheWire: readonly FaultKind[] = [
  'hold',
  'hold-after',
  'timeout',
  'reset-before',
  'reset-after',
  'truncated',
  'wrong-type',
  'slow',
]
const isOfTheWire = (kind: FaultKind) => ofTheWire.includes(kind)

const theaFault: Fault = {
  id: 'thea',
  match: {},
  left: null,
  hits: 0,
  fault: '429',
  retryAfterSeconds: 5,
  delayMs: 0,
}

/** Thea's story: every call that touches her, or that she makes, is throttled. */
function touchesThea(request: GraphRequest, callerId: string | null): boolean {
  const thea = personAt(request.world, cast.thea)
  return thea !== null && (callerId === thea.id || touches(request, thea))
}

function touches(
  { path, query }: GraphRequest,
  { id, userPrincipalName }: { id: string; userPrincipalName: string },
): boolean {
  const address = `${path}?${[...query.values()].join(' ')}`.toLowerCase()
  return address.includes(id) || address.includes(userPrincipalName)
}

function matches({ match }: Fault, request: GraphRequest, callerId: string | null): boolean {
  const { world, method, version, path, query } = request
  const address = `/${version}${path}${query.size > 0 ? `?${decodeURIComponent(query.toString())}` : ''}`
  if (match.method && match.method.toUpperCase() !== method) return false
  if (match.path && !new RegExp(match.path, 'i').test(address)) return false
  if (match.person && !isPerson(request, match.person, callerId)) return false
  const appId = Object.values(world.apps).find(({ name }) => name === match.app)?.clientId ?? match.app
  return !appId || appIdOf(request) === appId
}

function isPerson(request: GraphRequest, wanted: string, callerId: string | null): boolean {
  const person = findPerson(request.world, wanted)
  return person !== null && (callerId === person.id || touches(request, person))
}

/** The app in the token, unverified: good enough to aim a fault. */
function appIdOf({ headers }: GraphRequest): string | null {
  try {
    const payload: unknown = JSON.parse(
      Buffer.from(headers.authorization?.split('.')[1] ?? '', 'base64url').toString(),
    )
    const appId = typeof payload === 'object' && payload !== null && 'appid' in payload ? payload.appid : null
    return typeof appId === 'string' ? appId : null
  } catch {
    return null
  }
}

/** Waits until the hold is let go, or the caller is gone. */
export function hold(request: GraphRequest, fault: Fault, response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve()
  const all = holds.get(request.world) ?? new Map<string, Hold>()
  holds.set(request.world, all)
  return new Promise((resolve) => {
    const id = newId()
    const release = () => {
      response.off('close', release)
      all.delete(id)
      resolve()
    }
    response.once('close', release)
    all.set(id, {
      id,
      faultId: fault.id,
      method: request.method,
      path: `/${request.version}${request.path}`,
      release,
    })
  })
}

/** Requests that are being held now. */
export function listHolds(world: World): Omit<Hold, 'release'>[] {
  return [...(holds.get(world)?.values() ?? [])].map(({ id, faultId, method, path }) => ({
    id,
    faultId,
    method,
    path,
  }))
}

/** Lets one held request go, or all. Returns how many. */
export function releaseHolds(world: World, id: string | null): number {
  const open = [...(holds.get(world)?.values() ?? [])].filter((held) => id === null || held.id === id)
  for (const held of open) held.release()
  return open.length
}
