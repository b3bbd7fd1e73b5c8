import { Unseen } from '../graph'
import type { Point } from '../point'

/** A cast on memberships without the header of advanced queries. */
export const castsHeader: Point<'casts_header'> = {
  code: 'casts_header',
  question: 'Does /transitiveMemberOf/microsoft.graph.group need ConsistencyLevel and $count?',
  why: 'Whether somebody is in a role-assignable group is read before each change; the pages contradict each other.',
  async observe({ hear, first }) {
    const path = `/users/${first.id}/transitiveMemberOf/microsoft.graph.group?$select=id`
    const heard = await hear('reader', path)
    const { status, code, message } = heard.said
    if (status !== 200 && status !== 400) throw new Unseen(`Graph answered ${status} ${code}: ${message}`)
    return {
      observed: { isNeeded: status === 400, said: heard.said },
      graphRequestId: heard.requestId,
    }
  },
}
