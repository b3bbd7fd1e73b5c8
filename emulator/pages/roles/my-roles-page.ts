import { findPerson } from '../../world/people'
import type { Person } from '../../world/person'
import { activateRole, deactivateRole, eligibleRolesOf, rolesOf } from '../../world/roles'
import type { World } from '../../world/world'
import { type Exchange, ownAddress, sendHtml, sendTo } from '../exchange'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout } from '../layout'
import { readMe } from '../me'
import { beginLocalFlow } from '../signin/local-flow'

/** Answers `/my-roles`: an administrator activates what they are eligible for (PIM), or ends it. */
export function answerMyRoles(world: World, exchange: Exchange): boolean {
  const { path, request } = exchange
  if (path.length > 2) return false
  if (request.method === 'POST') return changeRole(world, exchange)
  const me = readMe(world, exchange)
  return me ? sendHtml(exchange, myRolesPage(world, me.person)) : sendTo(exchange, signInFirst())
}

function myRolesPage(world: World, person: Person): Html {
  const eligible = eligibleRolesOf(world, person.id)
  const held = rolesOf(world, person.id).filter(
    (name) => !eligible.some(({ displayName }) => displayName === name),
  )
  return layout(
    { title: 'My roles', tenant: world.tenant.displayName, place: 'my-roles', width: 'narrow' },
    html`<div class="stack"><div class="spread"><h1>My roles</h1><form class="row" method="post" action="/mysignins/sign-out"><span class="who">${icon('person')}${person.displayName}</span><button class="plain">Sign out</button></form></div>
<p class="lead">Privileged Identity Management: an eligible role works only while it is active.</p>
<h2>Eligible</h2>
${eligible.length > 0 ? html`<ul class="stack">${eligible.map((role) => html`<li class="sheet slim">${roleForm(person, role, '/my-roles')}</li>`)}</ul>` : html`<p class="sheet soft">You are not eligible for any administrator role.</p>`}
${held.length > 0 && html`<h2>Always active</h2><ul class="sheet">${held.map((name) => html`<li>${name}</li>`)}</ul>`}</div>`,
  )
}

type EligibleRole = ReturnType<typeof eligibleRolesOf>[number]

/** One eligible role with the button that turns it. Also stands on the start page, where the name says whose it is. */
export function roleForm(person: Person, role: EligibleRole, returnTo: string): Html {
  const { roleDefinitionId, displayName, isActive, endDateTime } = role
  const verb = isActive ? 'Deactivate' : 'Activate'
  const whose = returnTo === '/my-roles' ? '' : ` for ${person.displayName}`
  return html`<form class="spread" method="post" action="/my-roles/${isActive ? 'deactivate' : 'activate'}">
<input type="hidden" name="person" value="${person.id}"><input type="hidden" name="role" value="${roleDefinitionId}"><input type="hidden" name="return" value="${returnTo}">
<span class="choice-words"><b>${displayName}</b><small>${whose && `${person.displayName} · `}${isActive ? (endDateTime ? `active until ${endDateTime.slice(0, 16).replace('T', ' ')} UTC` : 'active until deactivated') : 'not active'}</small></span>
<button aria-label="${verb} ${displayName}${whose}"${isActive ? null : html` class="primary"`}>${verb}</button></form>`
}

function changeRole(world: World, exchange: Exchange): boolean {
  const { path, form } = exchange
  const person = findPerson(world, form.get('person') ?? '')
  const role = form.get('role') ?? ''
  if (!person) return false
  if (path[1] === 'activate') activateRole(world, person.id, role, 8)
  if (path[1] === 'deactivate') deactivateRole(world, person.id, role)
  return sendTo(exchange, ownAddress(form.get('return'), '/my-roles'))
}

function signInFirst(): string {
  return beginLocalFlow({
    appName: 'My roles',
    wanted: 'pick',
    personId: null,
    cancelTo: '/',
    whenProved: () => '/my-roles',
  })
}
