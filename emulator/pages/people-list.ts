import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import { domainName } from '../world/sites'
import type { World } from '../world/world'
import { type Html, html } from './html'

/** The part of a person's address before the @, by which pages name them. */
export function addressName({ userPrincipalName }: Person): string {
  return userPrincipalName.split('@')[0] ?? userPrincipalName
}

/** The person a page's address names: by first part of their address, whole address or id. Null for nobody. */
export function personNamed(world: World, who: string): Person | null {
  return findPerson(world, who) ?? findPerson(world, `${who}@${domainName}`)
}

/** A search for people by name or address. */
export function personSearch(action: string, search: string | null): Html {
  return html`<form method="get" action="${action}" class="field search" role="search"><label for="q">Find somebody else</label>
<div class="row"><input class="grow" id="q" name="q" type="search" value="${search ?? ''}" placeholder="Name or address" autocomplete="off"><button>Search</button></div></form>`
}
