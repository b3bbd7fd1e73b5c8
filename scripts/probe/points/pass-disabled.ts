import { deletePass, makePass } from '../passes'
import type { Point } from '../point'

/** A pass while the policy does not allow any. */
export const passDisabled: Point<'pass_disabled'> = {
  code: 'pass_disabled',
  question: 'What does Microsoft say to a Temporary Access Pass when the policy is off?',
  why: 'The desk must say “switch the policy on” and not “try again later”.',
  byHand: 'Authentication methods → Policies → Temporary Access Pass: switch it OFF now, and wait a minute.',
  changes: 'tries to make a pass for the first user, and deletes it should there be one',
  async observe(visit) {
    const { first: account, agent, owe, terminal } = visit
    const paid = owe('Switch the Temporary Access Pass policy on again.')
    const right = await agent()
    const made = await makePass(visit, { right, account })
    if (made.id) await deletePass(visit, right, account, made.id)
    await terminal.ask('Switch the policy ON again, then press Enter.')
    paid()
    return { observed: made.heard.said, graphRequestId: made.heard.requestId }
  },
}
