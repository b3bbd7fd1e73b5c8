import Provider, { type KoaContextWithOIDC } from 'oidc-provider'

import { scopeNames } from '../world/apps'
import { findPerson } from '../world/people'
import type { World } from '../world/world'
import { MemoryAdapter } from './adapter'
import { keepAsked } from './asked'
import { appOf, clientsOf, isLoopbackCallback } from './clients'
import { errorPage } from './error-page'
import type { Keys } from './keys'
import { signInPolicy } from './policy'
import { answerToken } from './token-answer'
import { graphAudience } from './tokens'

const ownScopes = ['openid', 'profile', 'email', 'offline_access']
/** Spelt short or long; only what is granted to an app gets into its tokens. */
const graphScopes = ['.default', ...scopeNames].flatMap((name) => [name, `${graphAudience}/${name}`])

type ProviderOptions = { world: World; keys: Keys; issuer: string; portalUrl: string }

/** oidc-provider, set up to look like Entra: its paths, its policy, and tokens that answerToken writes. */
export function makeProvider({ world, keys, issuer, portalUrl }: ProviderOptions): Provider {
  const provider = new Provider(issuer, {
    adapter: MemoryAdapter,
    clients: clientsOf(world, portalUrl),
    // The library knows the same members by its own type.
    jwks: { keys: [keys.jwk as never] },
    cookies: {
      keys: [keys.cookieSecret],
      names: { interaction: 'emu_interaction', resume: 'emu_resume', session: 'emu_session' },
      short: { path: '/' },
    },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    scopes: [...ownScopes, ...graphScopes],
    claims: { openid: ['sub', 'oid', 'tid', 'acrs', 'amr', 'auth_time', 'acr'] },
    ttl: {
      Session: 24 * 3_600,
      Interaction: 3_600,
      AuthorizationCode: 600,
      Grant: 24 * 3_600,
      IdToken: 3_600,
      AccessToken: 3_600,
      ClientCredentials: 3_600,
    },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      jwks: '/discovery/v2.0/keys',
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      claimsParameter: { enabled: true },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: {
      policy: signInPolicy(world),
      url: (_ctx, { uid }) => `/signin/${uid}`,
    },
    extraParams: ['domain_hint', 'client-request-id', 'instance_aware', 'x-client-sku', 'x-client-ver'],
    findAccount: (_ctx, id) =>
      findPerson(world, id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId })
      grant.addOIDCScope([...ownScopes, ...graphScopes].join(' '))
      await grant.save()
      return grant
    },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = errorPage(out)
    },
  })

  allowLoopbackPorts(provider, world)
  // Koa's own type does not know what the library adds to its context.
  provider.use(async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>) => {
    await next()
    if (ctx.oidc && ctx.oidc.route !== 'token') keepAsked(ctx)
    if (ctx.oidc?.route === 'token') await answerToken({ world, keys, issuer }, ctx)
    if (ctx.status === 303) ctx.set('location', asEntraRedirects(ctx.response.get('location')))
  })
  return provider
}

function allowLoopbackPorts(provider: Provider, world: World): void {
  const { prototype } = provider.Client
  const isRegistered = prototype.redirectUriAllowed
  prototype.redirectUriAllowed = function allowed(address: string) {
    const app = appOf(world, this.clientId)
    return isRegistered.call(this, address) || (app !== null && isLoopbackCallback(app, address))
  }
}

/** Entra sends no `iss` (RFC 9207) beside the code. */
function asEntraRedirects(location: string): string {
  const url = URL.parse(location)
  if (!url?.searchParams.has('iss')) return location
  url.searchParams.delete('iss')
  return url.href
}
