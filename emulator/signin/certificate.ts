import { createHash, X509Certificate } from 'node:crypto'

import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose'

import type { App } from '../world/apps'
import type { World } from '../world/world'
import { appOf } from './clients'

export const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** Why an assertion does not do, as Entra numbers it. */
export type AssertionProblem = { code: number; text: string }

/**
 * The app that a client assertion proves: signed with PS256 or RS256 by one of its certificates, which the header
 * names by thumbprint, for this tenant, and not expired.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export async function provenApp(
  world: World,
  assertion: string,
  { clientId, audiences }: { clientId: string | null; audiences: string[] },
): Promise<App | AssertionProblem> {
  const claimed = readClaims(assertion)
  if (!claimed) return { code: 50_027, text: 'JWT token is invalid or malformed.' }
  const app = appOf(world, claimed.issuer)
  if (!app || claimed.subject !== claimed.issuer || (clientId !== null && clientId !== claimed.issuer))
    return {
      code: 700_021,
      text: "Client assertion application identifier doesn't match 'client_id' parameter.",
    }
  const pem = (world.tenant.certificates[app.name] ?? []).find((candidate) =>
    thumbprintsOf(candidate).includes(claimed.thumbprint),
  )
  if (pem === undefined) return notRegistered
  return verified(assertion, pem, audiences).then(
    () => app,
    (error: unknown) => problemOf(error),
  )
}

const notRegistered: AssertionProblem = {
  code: 700_027,
  text: 'The certificate with identifier used to sign the client assertion is not registered on application.',
}

async function verified(assertion: string, pem: string, audience: string[]): Promise<void> {
  const { publicKey } = new X509Certificate(pem)
  const options = { audience, algorithms: ['PS256', 'RS256'], requiredClaims: ['exp', 'jti'] }
  await jwtVerify(assertion, publicKey, { ...options, clockTolerance: 300 })
}

function problemOf(error: unknown): AssertionProblem {
  if (error instanceof errors.JWTExpired || isAbout(error, 'nbf'))
    return { code: 700_024, text: 'Client assertion is not within its valid time range.' }
  if (isAbout(error, 'aud'))
    return { code: 700_023, text: 'Client assertion audience claim does not match Realm issuer.' }
  return { code: 700_027, text: 'Client assertion failed signature validation.' }
}

const isAbout = (error: unknown, claim: string) =>
  error instanceof errors.JWTClaimValidationFailed && error.claim === claim

type Claimed = { issuer: string; subject: string; thumbprint: string }

/** Who an assertion says it is from, unverified. Null when it is no JWT. */
function readClaims(assertion: string): Claimed | null {
  try {
    const { iss = '', sub = '' } = decodeJwt(assertion)
    const header = decodeProtectedHeader(assertion)
    const thumbprint = header['x5t#S256'] ?? header.x5t ?? ''
    return { issuer: iss, subject: sub, thumbprint: String(thumbprint) }
  } catch {
    return null
  }
}

/** SHA-256 as Entra wants it now, and SHA-1 as it did before. */
function thumbprintsOf(pem: string): string[] {
  const { raw } = new X509Certificate(pem)
  return ['sha256', 'sha1'].map((algorithm) => createHash(algorithm).update(raw).digest('base64url'))
}
