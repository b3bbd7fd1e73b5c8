import type { Observations, ProbeCode, ProbeResult } from '@/lib/domain/probe'
import type { Arguments } from './arguments'
import type { Heard, Question } from './graph'
import type { Account, SignedIn, Wish } from './sign-in'
import type { Terminal } from './terminal'

/** Something nobody knows for sure, and how to see it. */
export type Point<Code extends ProbeCode = ProbeCode> = {
  code: Code
  question: string
  /** Why it matters to somebody who moves phones. */
  why: string
  /** What the tester needs or does before it begins. */
  byHand?: string
  /** What is changed in the tenant; asked before. */
  changes?: string
  /** Looked at again in each run. */
  repeats?: true
  /** @throws {Unseen} @throws {Skipped} @throws {Interrupted} */
  observe(visit: Visit): Promise<Seen<Observations[Code]>>
}

export type AnyPoint = { [Code in ProbeCode]: Point<Code> }[ProbeCode]

export type Seen<Observed> = { observed: Observed; graphRequestId: string | null }

/** Whose right a call uses: the reader's own, or a token somebody signed in for. */
export type Right = 'reader' | { token: string }

/** What every point may use. */
export type Visit = {
  terminal: Terminal
  arguments: Arguments
  /** For sign-ins, and for what is done to oneself. */
  first: Account
  /** For what an administrator does, and as somebody without a role. */
  second: Account
  results: readonly ProbeResult[]
  /** Ctrl-C. */
  interrupted: AbortSignal
  /** @throws {Unseen} Graph is busy */
  hear(right: Right, path: string, question?: Question): Promise<Heard>
  /** The same, where being busy is what one came to see. */
  hearAny(right: Right, path: string, question?: Question): Promise<Heard>
  signIn(wish: Wish): Promise<SignedIn>
  /** The agent's right at Desk; signs in when there is none that is still good. */
  agent(): Promise<Right>
  /** What must be put back if the probe ends in the middle; the returned function says that it has been. */
  owe(sentence: string): () => void
}
