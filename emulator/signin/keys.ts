import type { JWK, JWTPayload } from 'jose'
import { exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT } from 'jose'

import { newId, type World } from '../world/world'

/** The one RS256 key that signs everything. Kept over restarts and resets. */
export type Keys = {
  /** For the protocol library: the private key with its id. */
  jwk: JWK
  /** For the public key document. */
  publicJwk: JWK
  /** Signs the protocol's cookies. */
  cookieSecret: string
  sign(payload: JWTPayload): Promise<string>
  /** The claims of a token signed here, expired or not being the caller's to judge by the error's code. */
  verify(token: string, audience: string): Promise<JWTPayload>
}

/** The tenant's keys, made at the first start. */
export async function openKeys(world: World, issuer: string): Promise<Keys> {
  // Everything under this key was written below.
  const kept = world.store.entries.get('keys') as { jwk: JWK; cookieSecret: string } | undefined
  const { jwk, cookieSecret } = kept ?? { jwk: await newKey(), cookieSecret: newId() }
  if (!kept) world.store.set('keys', { jwk, cookieSecret })
  const key = await importJWK(jwk, 'RS256')
  const { kty, n, e, kid } = jwk
  // jose's type allows any member to be absent; an RSA key always has these.
  const publicJwk = { kty, use: 'sig', kid, alg: 'RS256', n, e, issuer } as JWK
  const publicKey = await importJWK(publicJwk, 'RS256')
  return {
    jwk,
    publicJwk,
    cookieSecret,
    sign: (payload) =>
      new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: kid ?? '' }).sign(key),
    async verify(token, audience) {
      const { payload } = await jwtVerify(token, publicKey, { issuer, audience, algorithms: ['RS256'] })
      return payload
    },
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: newId().replaceAll('-', '') }
}
