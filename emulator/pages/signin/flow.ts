import type { ProofKind } from '../../world/uncertain'
import type { Exchange } from '../exchange'
import type { PageCode } from './words'

/** How a sign-in ended well. */
export type Proof = { personId: string; kind: ProofKind; methodId: string | null }

/**
 * A sign-in on its way. The pages are the same for an app's sign-in (which the protocol finishes) and for the
 * emulator's own pages; only where they come from and how they end differs.
 */
export type Flow = {
  id: string
  /** What one signs in to, as shown. */
  appName: string
  /** One click on a name is enough, or a method has to be used now. */
  wanted: 'pick' | 'method'
  /** A strength that only some methods have, by Microsoft's id; null when any will do. */
  strengthId: string | null
  progress: Progress
  finish(exchange: Exchange, proof: Proof): Promise<true>
  cancel(exchange: Exchange): Promise<true>
  /** Somebody's attempt came to nothing: for the sign-in log. */
  failed(personId: string, said: PageCode): void
}

/** What a sign-in remembers between its pages. In memory: a restart begins it anew. */
export type Progress = {
  personId: string | null
  choiceKey: string | null
  ringId: string | null
  /** The code that was texted. */
  textedCode: string | null
  said: PageCode | null
}

const progresses = new Map<string, Progress>()

/** What is remembered about a sign-in, begun with the person it is known to be about. */
export function progressOf(flowId: string, personId: string | null): Progress {
  const known = progresses.get(flowId)
  if (known) return known
  const begun: Progress = { personId, choiceKey: null, ringId: null, textedCode: null, said: null }
  progresses.set(flowId, begun)
  if (progresses.size > 1000) progresses.delete(progresses.keys().next().value ?? '')
  return begun
}

export function forgetProgress(flowId: string): void {
  progresses.delete(flowId)
}

/** Back to the choice of methods. */
export function backToChoices(progress: Progress): void {
  Object.assign(progress, { choiceKey: null, ringId: null, textedCode: null, said: null })
}
