import type { ClientMetadata } from 'oidc-provider'

import type { App, AppName } from '../world/apps'
import type { World } from '../world/world'

const interactive: readonly AppName[] = ['portal', 'self', 'desk']

/** The app with that client id, or null. */
export function appOf(world: World, clientId: string | undefined): App | null {
  return Object.values(world.apps).find((app) => app.clientId === clientId) ?? null
}

/** The five registrations as the protocol library wants them. */
export function clientsOf(world: World, portalUrl: string): ClientMetadata[] {
  return Object.values(world.apps).map((app) => {
    const isInteractive = interactive.includes(app.name)
    return {
      client_id: app.clientId,
      client_secret: app.clientSecret,
      client_name: app.displayName,
      redirect_uris: isInteractive ? [`${portalUrl}/api/auth/callback/${app.name}`] : [],
      response_types: isInteractive ? ['code'] : [],
      grant_types: isInteractive ? ['authorization_code'] : ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
      subject_type: 'public',
    }
  })
}

/** Entra ignores the port of a loopback address; so an app's callback is allowed on any port of this computer. */
export function isLoopbackCallback(app: App, address: string): boolean {
  const url = URL.parse(address)
  const isLoopback = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return isLoopback && url.protocol === 'http:' && url.pathname === `/api/auth/callback/${app.name}`
}
