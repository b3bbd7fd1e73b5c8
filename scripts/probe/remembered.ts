import { setTimeout as delay } from 'node:timers/promises'
import type { Visit } from './point'
import type { SignedIn } from './sign-in'

/** Tokens count in whole seconds: apart enough for two instants to be told apart. */
const APART_MS = 5_000

/** Signs the first user in to Portal, as on any morning, so that their browser remembers it. */
export async function rememberedIn({ signIn, first, terminal, interrupted }: Visit): Promise<SignedIn> {
  const how = 'Sign in as usual, with your second factor if you are asked for it, and keep the window.'
  const signedIn = await signIn({ app: 'portal', account: first, window: 'fresh', how })
  terminal.say('  A moment, so that the two sign-ins can be told apart …')
  await delay(APART_MS, undefined, { signal: interrupted })
  return signedIn
}
