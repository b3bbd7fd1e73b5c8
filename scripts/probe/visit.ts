import { readClock } from '@/lib/clock'
import type { ProbeResult } from '@/lib/domain/probe'
import { clientToken } from '@/lib/graph/client-token'
import type { Arguments } from './arguments'
import { type Heard, hear, type Question, Unseen } from './graph'
import type { Right, Visit } from './point'
import { type Account, type SignInDesk, signIn } from './sign-in'

export type VisitMaking = {
  desk: SignInDesk
  arguments: Arguments
  first: Account
  second: Account
  results: ProbeResult[]
  interrupted: AbortSignal
  /** What is to be put back, while it is. */
  owed: Set<string>
}

/** What the points work with. Tokens stay in here: nothing that is said or written holds one. */
export function makeVisit({ desk, owed, ...making }: VisitMaking): Visit {
  const { first, second } = making
  const visit: Visit = {
    ...making,
    terminal: desk.terminal,
    async hear(right, path, question) {
      const heard = await hearAny(right, path, question)
      const { status, code } = heard.said
      // Busy is no answer to what was asked.
      if (status === 429 || status >= 500) throw new Unseen(`Graph is busy: ${status} ${code ?? ''}`)
      return heard
    },
    hearAny,
    signIn: (wish) => signIn(desk, wish),
    agent: makeAgent(desk, [first, second]),
    owe(sentence) {
      owed.add(sentence)
      return () => owed.delete(sentence)
    },
  }
  return visit
}

/** The call with whatever was answered. */
async function hearAny(right: Right, path: string, question?: Question): Promise<Heard> {
  return hear(right === 'reader' ? await clientToken('reader') : right.token, path, question)
}

/** A token this close to its end might not survive what it is meant for. */
const SPARE_MS = 5 * 60_000

function makeAgent(desk: SignInDesk, users: readonly Account[]): () => Promise<Right> {
  let kept: { right: Right; goodUntil: number } | null = null
  return async () => {
    if (kept && readClock().getTime() < kept.goodUntil) return kept.right
    desk.terminal.say(
      '  Your agent is an account with the Entra role Authentication Administrator, active now,',
    )
    desk.terminal.say('  that is assigned to Passaggio Desk, and neither of the two users.')
    const { token, claims, expiresInSeconds } = await signIn(desk, {
      app: 'desk',
      account: null,
      window: 'fresh',
    })
    if (users.some(({ id }) => id === claims.oid)) throw new Unseen('The agent must not be one of the users.')
    const right = { token }
    await assertMayAct(right, users)
    kept = { right, goodUntil: readClock().getTime() + expiresInSeconds * 1_000 - SPARE_MS }
    return right
  }
}

async function assertMayAct({ token }: { token: string }, users: readonly Account[]): Promise<void> {
  for (const { id, userPrincipalName } of users) {
    const { said } = await hear(token, `/users/${id}/authentication/methods`)
    if (said.status !== 200)
      throw new Unseen(
        `The agent may not read the methods of ${userPrincipalName} (${said.status} ${said.code ?? ''}): is the role active?`,
      )
  }
}
