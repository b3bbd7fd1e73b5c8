import { z } from 'zod'
import { Unseen } from '../graph'
import { deletePass, makePass } from '../passes'
import type { Point } from '../point'

const Ids = z.object({ value: z.array(z.object({ id: z.string() })) })

/** A pass for somebody who has one. */
export const secondPass: Point<'second_pass'> = {
  code: 'second_pass',
  question: 'Does a second Temporary Access Pass replace the first?',
  why: 'A request that is repeated by mistake would kill the pass somebody is just typing.',
  changes: 'makes two passes for the first user, whose values nobody sees, and deletes them',
  async observe(visit) {
    const { first: account, hear, agent, owe } = visit
    const right = await agent()
    const paid = owe('Delete the Temporary Access Pass of the first user.')
    const one = await makePass(visit, { right, account })
    if (!one.id) throw new Unseen(`No first pass: ${one.heard.said.status} ${one.heard.said.message ?? ''}`)
    const two = await makePass(visit, { right, account })
    const path = `/users/${account.id}/authentication/temporaryAccessPassMethods`
    const listed = Ids.safeParse((await hear(right, path)).body).data?.value ?? []
    for (const { id } of listed) await deletePass(visit, right, account, id)
    paid()
    const isFirstThere = listed.some(({ id }) => id === one.id)
    const whenMade = isFirstThere ? 'both' : 'replaces'
    return {
      observed: { outcome: two.id ? whenMade : 'refused', said: two.heard.said },
      graphRequestId: two.heard.requestId,
    }
  },
}
