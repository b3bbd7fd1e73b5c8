import { isRegistrationGuarded } from '../../world/conditional-access'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout, notice, placeLine } from '../layout'
import { securityHome } from './list-page'
import { securityNotice } from './said'

/** What can be added by oneself. */
export function addMethodPage(world: World, said: string | null): Html {
  return layout(
    {
      title: 'Add a sign-in method',
      tenant: world.tenant.displayName,
      place: 'security-info',
      width: 'narrow',
    },
    html`<div class="stack"><h1>Add a sign-in method</h1>
${securityNotice(said)}
<form class="choices" method="post" action="${securityHome}/add-authenticator"><button aria-labelledby="add-app">
<span class="face" aria-hidden="true">${icon('bell')}</span><span class="choice-words"><span id="add-app">Authenticator app</span><small>Approve requests or use codes from a phone</small></span></button></form>
<form class="sheet stack" method="post" action="${securityHome}/add-phone"><h2>Phone</h2>
<div class="field"><label for="number">Phone number</label><span class="small soft" id="number-hint">With country code, for example +39 3351234567</span><input id="number" name="number" required autocomplete="off" aria-describedby="number-hint"></div>
<button>Add phone</button></form>
<form class="sheet stack" method="post" action="${securityHome}/add-key"><h2>Security key</h2>
<div class="field"><label for="key-name">Name of the key</label><input id="key-name" name="name" required maxlength="30" autocomplete="off"></div>
<button>Add security key</button></form>
<p><a href="${securityHome}">Cancel</a></p>
${placeLine(world)}</div>`,
  )
}

/** Nobody may register here without proving who they are, and this person cannot. */
export function blockedPage(world: World, person: Person): Html {
  const worksFromOffice = !isRegistrationGuarded(world, person, 'office')
  return layout(
    {
      title: 'Contact your administrator',
      tenant: world.tenant.displayName,
      place: 'security-info',
      width: 'narrow',
    },
    html`<div class="stack"><h1>You can’t add a method now</h1>
${notice(
  'stop',
  html`<b>You need to contact your administrator</b><span>Your organisation asks for multifactor authentication before security info is registered, and you have no method left.</span><span>${
    worksFromOffice
      ? 'Register from the office, where your password is enough, or ask the helpdesk for a Temporary Access Pass. Nothing else helps.'
      : 'The helpdesk can issue a Temporary Access Pass.'
  }</span>`,
)}
<p><a href="${securityHome}">Back to security info</a></p>
${placeLine(world)}</div>`,
  )
}
