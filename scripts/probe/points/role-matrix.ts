import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { bodyOf } from '../graph'
import { deleteAuthenticator } from '../methods'
import type { Point } from '../point'
import { Skipped } from '../sign-in'

const User = z.object({ id: z.guid() })

/** The agent reaches for somebody above them; what they would delete does not exist. */
export const roleMatrix: Point<'role_matrix'> = {
  code: 'role_matrix',
  question: 'What does Microsoft say to an Authentication Administrator about an account they may not touch?',
  why: 'The desk must tell “your role is not active” from “not for you”, if that can be told.',
  byHand:
    'Know an account of this tenant that holds another admin role. It is not changed, nor written down.',
  async observe(visit) {
    const { hear, agent, terminal } = visit
    const name = await terminal.ask('Its user principal name (empty: skip)')
    if (name === '') throw new Skipped()
    const target = bodyOf(await hear('reader', `/users/${encodeURIComponent(name)}?$select=id`), User)
    const account = { id: target.id, userPrincipalName: name }
    const heard = await deleteAuthenticator(visit, await agent(), account, randomUUID())
    return { observed: heard.said, graphRequestId: heard.requestId }
  },
}
