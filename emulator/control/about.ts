import { appNames } from '../world/apps'
import { cast } from '../world/cast-facts'
import { listCast, personAt } from '../world/people'
import type { World } from '../world/world'

/** What a portal and its tests need to know to use this tenant. */
export function about(world: World, origin: string) {
  return {
    tenantId: world.tenant.id,
    authority: `${origin}/${world.tenant.id}/v2.0`,
    graph: origin,
    apps: appNames.map((name) => {
      const { clientId, clientSecret } = world.apps[name]
      return { name, clientId, clientSecret }
    }),
    /** The address mails go out from. */
    mailbox: personAt(world, cast.mailbox)?.userPrincipalName,
    people: listCast(world).map(({ id, displayName, userPrincipalName }) => ({
      id,
      displayName,
      userPrincipalName,
      roles: world.tenant.appRoles[id] ?? [],
    })),
  }
}
