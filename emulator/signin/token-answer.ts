import type { KoaContextWithOIDC } from 'oidc-provider'

import type { App } from '../world/apps'
import { findPerson } from '../world/people'
import { newId } from '../world/world'
import { takeAsked } from './asked'
import { askedContexts, findAuthentication } from './authentication'
import { appOf } from './clients'
import { entraError } from './entra-error'
import { logSignIn } from './sign-in-log'
import { usedCertificate } from './token-request'
import type { Issuing } from './tokens'
import { appToken, delegatedToken, idToken, newTokenId } from './tokens'

/** Puts Entra's tokens, and Entra's error shape, in place of what the protocol library answers. */
export async function answerToken(issuing: Issuing, ctx: KoaContextWithOIDC): Promise<void> {
  const { Client, AuthorizationCode } = ctx.oidc.entities
  const app = appOf(issuing.world, Client?.clientId)
  if (ctx.status >= 400 || !app) {
    ctx.body = tokenError(ctx)
    return
  }
  const asksForDefault = String(ctx.oidc.body?.scope ?? '').endsWith('/.default')
  if (!AuthorizationCode && !asksForDefault) {
    ctx.status = 400
    const text = 'The provided value for the input parameter scope is not valid. It must end with /.default.'
    ctx.body = entraError('invalid_scope', 1_002_012, text)
    return
  }
  ctx.body = AuthorizationCode ? await codeAnswer(issuing, ctx) : await appAnswer(issuing, app, ctx)
}

async function appAnswer(issuing: Issuing, app: App, ctx: KoaContextWithOIDC) {
  const { token, seconds } = await appToken(issuing, app, usedCertificate(ctx.req))
  return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, access_token: token }
}

async function codeAnswer(issuing: Issuing, ctx: KoaContextWithOIDC) {
  const { world } = issuing
  const { AuthorizationCode: code, Client } = ctx.oidc.entities
  const app = appOf(world, Client?.clientId)
  const authentication = findAuthentication(code?.acr)
  const person = authentication && findPerson(world, authentication.personId)
  if (!app || !authentication || !person) {
    ctx.status = 400
    return entraError('invalid_grant', 70_008, 'The provided authorization code has expired.')
  }
  const isFresh = !authentication.isUsed
  authentication.isUsed = true
  const uti = newTokenId()
  const signed = { app, person, authentication }
  const contexts = askedContexts(code?.claims).ids
  const { maxAge } = takeAsked(code?.jti)
  const asked = { scopes: [...(code?.scopes ?? [])], maxAge, hasCertificate: usedCertificate(ctx.req) }
  const access = await delegatedToken(issuing, signed, { ...asked, uti })
  logSignIn(world, signed, { uti, isFresh, contexts, correlationId: newId() })
  return {
    token_type: 'Bearer',
    scope: access.scope,
    expires_in: access.seconds,
    ext_expires_in: access.seconds,
    access_token: access.token,
    id_token: await idToken(issuing, signed, { nonce: code?.nonce, contexts, isFresh, maxAge, uti }),
  }
}

const codes: Record<string, [number, string]> = {
  invalid_client: [7_000_215, 'Invalid client secret provided.'],
  invalid_grant: [54_005, 'OAuth2 Authorization code was already redeemed or is not valid.'],
  unsupported_grant_type: [70_003, 'The app requested an unsupported grant type.'],
  unauthorized_client: [700_016, 'Application was not found in the directory or may not use this grant.'],
  invalid_request: [900_144, 'The request body must contain the missing parameter.'],
}

function tokenError(ctx: KoaContextWithOIDC) {
  // The library's error body, which has these two members.
  const body = ctx.body as { error?: string; error_description?: string } | undefined
  const error = body?.error ?? 'invalid_request'
  const [code, text] = codes[error] ?? [90_000, body?.error_description ?? error]
  return entraError(error, code, text)
}
