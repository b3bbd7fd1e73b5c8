import { seenAt } from '@/lib/domain/probe'
import { Unseen } from '../graph'
import { deleteAuthenticator } from '../methods'
import { deletePass, makePass } from '../passes'
import type { Point } from '../point'

/** Deleting what is deleted. */
export const methodGone: Point<'method_gone'> = {
  code: 'method_gone',
  question: 'What does Microsoft say to deleting a method a second time?',
  why: 'A reset that is read back and repeated must know that gone is done.',
  changes:
    'deletes again what the probe itself deleted; else makes a pass for the first user and deletes it twice',
  async observe(visit) {
    const right = await visit.agent()
    const deletedId = seenAt(visit.results, 'default_two')?.deletedId
    if (deletedId) {
      const heard = await deleteAuthenticator(visit, right, visit.second, deletedId)
      return { observed: heard.said, graphRequestId: heard.requestId }
    }
    const account = visit.first
    const { id, heard: made } = await makePass(visit, { right, account })
    if (!id) throw new Unseen(`No pass was made: ${made.said.message ?? made.said.status}`)
    await deletePass(visit, right, account, id)
    const heard = await deletePass(visit, right, account, id)
    return { observed: heard.said, graphRequestId: heard.requestId }
  },
}
