import type { Point } from '../point'

const ASKED_SECONDS = 600

/** `max_age`, which is honoured without being documented. */
export const maxAge: Point<'max_age'> = {
  code: 'max_age',
  question: 'Do tokens of a sign-in with max_age end with it?',
  why: 'A desk token that ends after minutes ends a reset in the middle.',
  async observe({ signIn, first }) {
    const signedIn = await signIn({
      app: 'portal',
      account: first,
      window: 'fresh',
      maxAge: ASKED_SECONDS,
    })
    const { expiresInSeconds } = signedIn
    return { observed: { askedSeconds: ASKED_SECONDS, expiresInSeconds }, graphRequestId: null }
  },
}
