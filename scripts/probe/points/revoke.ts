import type { Point } from '../point'

/** What ending somebody's sessions answers: documented as one thing, meant as another. */
export const revoke: Point<'revoke'> = {
  code: 'revoke',
  question: 'Does revokeSignInSessions answer 200 or 204?',
  why: 'The page of known issues says that 204 was meant.',
  changes: 'signs the first user out everywhere',
  async observe({ hear, first, agent }) {
    const path = `/users/${first.id}/revokeSignInSessions`
    const heard = await hear(await agent(), path, { method: 'POST', body: {} })
    return { observed: heard.said, graphRequestId: heard.requestId }
  },
}
