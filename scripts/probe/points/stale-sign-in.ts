import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { readClock } from '@/lib/clock'
import { deleteAuthenticator } from '../methods'
import type { Point } from '../point'

/** One's own methods with a sign-in that has grown old. What would be deleted does not exist. */
export const staleSignIn: Point<'stale_sign_in'> = {
  code: 'stale_sign_in',
  question: 'How does Graph refuse people their own methods when their sign-in is too old?',
  why: 'Then the page must ask for a fresh sign-in, and not say that something failed.',
  byHand: 'This waits until the sign-in is old (see --stale); leave the terminal open.',
  async observe(visit) {
    const { first, signIn, terminal } = visit
    const { staleMinutes } = visit.arguments
    const how = 'Give your second factor when asked.'
    const { token } = await signIn({ app: 'self', account: first, window: 'fresh', prompt: 'login', how })
    const startedAt = readClock().getTime()
    const fresh = await deleteAuthenticator(visit, { token }, 'me', randomUUID())
    terminal.say(`  Now waiting ${staleMinutes} minutes …`)
    await delay(staleMinutes * 60_000, undefined, { signal: visit.interrupted })
    const stale = await deleteAuthenticator(visit, { token }, 'me', randomUUID())
    const ageMinutes = Math.round((readClock().getTime() - startedAt) / 6_000) / 10
    return {
      observed: { fresh: fresh.said, stale: stale.said, ageMinutes },
      graphRequestId: stale.requestId,
    }
  },
}
