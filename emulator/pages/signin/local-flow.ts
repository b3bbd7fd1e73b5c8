import { randomBytes } from 'node:crypto'
import { type Exchange, sendTo } from '../exchange'
import { signInHere } from '../me'
import type { Flow, Proof } from './flow'
import { forgetProgress, progressOf } from './flow'

type Begun = {
  appName: string
  wanted: Flow['wanted']
  personId: string | null
  cancelTo: string
  /** What happens once it is proved who signs in; the address to go on to. */
  whenProved(proof: Proof): string
}

const begun = new Map<string, Begun>()

/** Begins a sign-in to one of the emulator's own pages: the address to send the browser to. */
export function beginLocalFlow(flow: Begun): string {
  const id = `me-${randomBytes(12).toString('base64url')}`
  begun.set(id, flow)
  if (begun.size > 1000) begun.delete(begun.keys().next().value ?? '')
  return `/signin/${id}`
}

/** Whether an id is of a sign-in to the emulator's own pages, going on or over. */
export function isLocalFlow(id: string): boolean {
  return id.startsWith('me-')
}

/** A sign-in begun here, or null. */
export function findLocalFlow(id: string): Flow | null {
  const flow = begun.get(id)
  if (!flow) return null
  const end = async (exchange: Exchange, address: string, cookies: string[]) => {
    begun.delete(id)
    forgetProgress(id)
    return sendTo(exchange, address, cookies)
  }
  return {
    id,
    appName: flow.appName,
    wanted: flow.wanted,
    strengthId: null,
    progress: progressOf(id, flow.personId),
    finish: (exchange, proof) => end(exchange, flow.whenProved(proof), [signInHere(proof)]),
    cancel: (exchange) => end(exchange, flow.cancelTo, []),
    failed: () => {},
  }
}
