import * as z from 'zod'

import { keepAuthentication } from '../signin/authentication'
import { appToken, delegatedToken, idToken, newTokenId } from '../signin/tokens'
import { realNow } from '../world/clock'
import { newId } from '../world/world'
import type { Control } from './control'
import { personNamed } from './input'

const TokensInput = z
  .object({
    app: z.enum(['portal', 'self', 'desk', 'reader', 'mail']),
    /** Absent: the app's own token. */
    person: z.string().optional(),
    amr: z.array(z.string()).default(['pwd', 'mfa']),
    /** How long ago the person signed in. */
    ageSeconds: z.number().default(0),
    nonce: z.string().optional(),
    /** In place of the scopes or roles granted to the app, to see what a permission alone allows. */
    granted: z.array(z.string()).optional(),
  })
  .strict()

/** Tokens as a sign-in would have given them, without a browser. For tests of Graph. */
export async function issueTokens({ world, signIn }: Control, body: unknown) {
  const { app: name, person: wanted, amr, ageSeconds, nonce, granted } = TokensInput.parse(body)
  const app = world.apps[name]
  const grants = granted ? { scopes: granted, roles: granted } : null
  const issuing = { world, keys: signIn.keys, issuer: signIn.issuer, grants }
  if (wanted === undefined) {
    const { token, seconds } = await appToken(issuing, app, false)
    return { accessToken: token, expiresIn: seconds }
  }
  const person = personNamed(world, wanted)
  const authTime = Math.floor(realNow() / 1_000) - ageSeconds
  const authentication = keepAuthentication({
    personId: person.id,
    kind: null,
    amr,
    methodId: null,
    authTime,
    sid: newId(),
  })
  const signed = { app, person, authentication }
  const uti = newTokenId()
  const asked = { uti, scopes: ['.default'], maxAge: null, hasCertificate: false }
  const { token, seconds } = await delegatedToken(issuing, signed, asked)
  return {
    accessToken: token,
    expiresIn: seconds,
    idToken: await idToken(issuing, signed, { nonce, contexts: [], isFresh: true, maxAge: null, uti }),
  }
}
