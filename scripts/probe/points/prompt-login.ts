import type { Point } from '../point'
import { rememberedIn } from '../remembered'

/** `prompt=login` for somebody whose MFA this browser remembers. */
export const promptLogin: Point<'prompt_login'> = {
  code: 'prompt_login',
  question: 'Does prompt=login ask for a second factor that this browser remembers?',
  why: 'A proof is a fresh sign-in whose amr names the new phone’s method: a password alone proves nothing.',
  byHand: 'Choose “stay signed in” and “don’t ask again” wherever Microsoft offers it.',
  async observe(visit) {
    const { first, terminal } = visit
    await rememberedIn(visit)
    const how = 'Watch what you are asked for, and give it.'
    const signedIn = await visit.signIn({
      app: 'portal',
      account: first,
      window: 'same',
      prompt: 'login',
      how,
    })
    const { claims, ageSeconds, tookSeconds } = signedIn
    const asked = await terminal.choose('What did Microsoft ask for this time?', {
      f: 'a second factor, with or without the password',
      p: 'the password only',
    })
    return {
      observed: {
        wanted: asked === 'f' ? 'method' : 'password',
        amr: claims.amr,
        ageSeconds,
        tookSeconds,
      },
      graphRequestId: null,
    }
  },
}
