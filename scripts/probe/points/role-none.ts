import { randomUUID } from 'node:crypto'
import { deleteAuthenticator } from '../methods'
import type { Point } from '../point'

/** Somebody with every scope and no role. What they would delete does not exist, so nothing can be lost. */
export const roleNone: Point<'role_none'> = {
  code: 'role_none',
  question: 'What does Microsoft say to somebody with the desk’s scopes and no Entra role?',
  why: 'An agent whose role is not active must be told so, and not that something is broken.',
  byHand: 'Assign the second user to the enterprise application Passaggio Desk; give them no role.',
  async observe(visit) {
    const { first, second, signIn, owe, terminal } = visit
    const paid = owe('Take the second user off Passaggio Desk again.')
    const { token } = await signIn({ app: 'desk', account: second, window: 'fresh' })
    const heard = await deleteAuthenticator(visit, { token }, first, randomUUID())
    terminal.say('  Take the second user off Passaggio Desk again.')
    paid()
    return { observed: heard.said, graphRequestId: heard.requestId }
  },
}
