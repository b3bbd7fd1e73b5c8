import { randomUUID } from 'node:crypto'
import type { Point } from '../point'

/** Methods of somebody who is not in the directory. */
export const userGone: Point<'user_gone'> = {
  code: 'user_gone',
  question: 'What does the methods API say about somebody who does not exist?',
  why: 'Who left the company between two syncs must not look like a failure.',
  async observe({ hear }) {
    const heard = await hear('reader', `/users/${randomUUID()}/authentication/methods`)
    return { observed: heard.said, graphRequestId: heard.requestId }
  },
}
