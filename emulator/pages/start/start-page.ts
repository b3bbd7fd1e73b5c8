import { listCast } from '../../world/people'
import { eligibleRolesOf } from '../../world/roles'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { type IconName, icon } from '../icons'
import { layout, notice } from '../layout'
import { roleForm } from '../roles/my-roles-page'
import { clockForm } from './clock-form'
import { faultForm } from './faults'
import { switchForm } from './switches'

const rooms: Array<{ href: string; name: string; picture: IconName; words: string }> = [
  {
    href: '/phones',
    name: 'Phones',
    picture: 'phone',
    words: 'Old and new phone of everybody, with the authenticator inside',
  },
  {
    href: '/mysignins/security-info',
    name: 'Security info',
    picture: 'key',
    words: 'Register and delete one’s own sign-in methods',
  },
  { href: '/mail', name: 'Mail', picture: 'mail', words: 'Inboxes with what was sent through Graph' },
  { href: '/my-roles', name: 'My roles', picture: 'star', words: 'Activate an administrator role (PIM)' },
]

/** What this is, where to go, and what can be turned while one shows it to others. */
export function startPage(world: World, said: string | null): Html {
  return layout(
    { title: 'Start', tenant: world.tenant.displayName, place: 'start' },
    html`<div class="stack"><h1>${world.tenant.displayName}, simulated</h1>
<p class="lead">A made-up Microsoft Entra tenant on this computer: sign-in, Graph, phones and mail. Nothing here reaches Microsoft, and nobody here exists.</p>
${said === 'changed' && notice('safe', 'Changed.')}${said === 'reset' && notice('safe', 'Everything is as on the first day.')}
<ul class="cards">${rooms.map(roomLink)}</ul></div>
<section class="gap stack" aria-labelledby="roles"><h2 id="roles">Administrator roles (PIM)</h2>
<ul class="stack tight">${eligibleRoles(world)}</ul></section>
<section class="gap stack" aria-labelledby="clock"><h2 id="clock">Clock</h2>${clockForm(world, null)}</section>
<section class="gap stack" aria-labelledby="switches"><h2 id="switches">Place, lags, limits and licence</h2>${switchForm(world.settings)}</section>
<section class="gap stack" aria-labelledby="faults"><h2 id="faults">Faults</h2>${faultForm(world)}</section>
<section class="gap stack" aria-labelledby="over"><h2 id="over">Start over</h2>
<form class="sheet spread" method="post" action="/world/reset"><p>People, phones, methods, mails and logs go back to the first day. App secrets stay.</p><button class="danger">Reset the tenant</button></form></section>`,
  )
}

function roomLink({ href, name, picture, words }: (typeof rooms)[number]): Html {
  return html`<li><a class="choice" href="${href}"><span class="face" aria-hidden="true">${icon(picture)}</span><span class="choice-words"><b>${name}</b><small>${words}</small></span></a></li>`
}

function eligibleRoles(world: World): Html[] {
  return listCast(world).flatMap((person) =>
    eligibleRolesOf(world, person.id).map(
      (role) => html`<li class="sheet slim">${roleForm(person, role, '/')}</li>`,
    ),
  )
}
