import { deletePass, makePass } from '../passes'
import type { Point } from '../point'

/** A pass for several uses, where the policy has one-time passes only. */
export const passOnce: Point<'pass_once'> = {
  code: 'pass_once',
  question: 'What becomes of a wish for a reusable pass when the policy makes all of them one-time?',
  why: 'A pass that ends at the first use must be announced as such.',
  byHand: 'Temporary Access Pass policy → Configure: “Require one-time use” YES now, and wait a minute.',
  changes: 'makes a pass for the first user, and deletes it',
  async observe(visit) {
    const { first: account, agent, owe, terminal } = visit
    const paid = owe('Set “Require one-time use” of the Temporary Access Pass policy back.')
    const right = await agent()
    const made = await makePass(visit, { right, account, wish: { isUsableOnce: false } })
    if (made.id) await deletePass(visit, right, account, made.id)
    await terminal.ask('Set the policy back as it was, then press Enter.')
    paid()
    const whenMade = made.isUsableOnce ? 'oneTime' : 'reusable'
    return {
      observed: { outcome: made.id ? whenMade : 'refused', said: made.heard.said },
      graphRequestId: made.heard.requestId,
    }
  },
}
