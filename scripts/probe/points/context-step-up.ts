import { readEnv } from '@/lib/env'
import { Unseen } from '../graph'
import type { Point } from '../point'
import { rememberedIn } from '../remembered'
import { Skipped } from '../sign-in'

/** A step-up by authentication context in a browser that remembers the password. */
export const contextStepUp: Point<'context_step_up'> = {
  code: 'context_step_up',
  question:
    'After a step-up by authentication context, is auth_time that of the second factor or of the first?',
  why: 'The order of “new phone registered” and “signed in afresh” is judged by it.',
  byHand: 'AUTH_CONTEXT must name a context that a policy guards: MFA, sign-in frequency every time.',
  async observe(visit) {
    const context = readEnv('AUTH_CONTEXT')
    if (context === '') {
      visit.terminal.say('  AUTH_CONTEXT is not set.')
      throw new Skipped()
    }
    await rememberedIn(visit)
    const { first, terminal } = visit
    const signedIn = await visit.signIn({ app: 'portal', account: first, window: 'same', context })
    const asked = await terminal.choose('Were you asked for a second factor?', { y: 'yes', n: 'no' })
    if (asked === 'n') throw new Unseen('Then no policy guards this context every time.')
    const { claims, ageSeconds, tookSeconds } = signedIn
    return {
      observed: { acrs: claims.acrs, amr: claims.amr, ageSeconds, tookSeconds },
      graphRequestId: null,
    }
  },
}
