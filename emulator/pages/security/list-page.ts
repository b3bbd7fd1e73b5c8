import type { Method } from '../../world/method'
import { possiblePreferences } from '../../world/methods'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout, placeLine } from '../layout'
import { phonesHref } from '../phones/page'
import { isOwnToDelete, methodWords, preferenceWords } from './method-words'
import { securityNotice } from './said'

export const securityHome = '/mysignins/security-info'

/** The methods a person signs in with, as Security info lists them. */
export function securityPage(world: World, person: Person, said: string | null): Html {
  return layout(
    { title: 'Security info', tenant: world.tenant.displayName, place: 'security-info', width: 'narrow' },
    html`<div class="stack">
<div class="spread"><h1>Security info</h1>${accountLine(person)}</div>
<p class="lead">These are the methods you use to sign in to your account or reset your password.</p>
${securityNotice(said)}
${defaultForm(person)}
<p><a class="button primary" href="${securityHome}/add">${icon('plus')} Add sign-in method</a></p>
<ul class="stack tight" aria-label="Your methods">${person.methods.map(methodRow)}</ul>
<p class="small">Lost a device? <a href="${phonesHref(person)}">Look at the simulated phones of ${person.displayName}</a>.</p>
${placeLine(world)}
</div>`,
  )
}

function accountLine(person: Person): Html {
  return html`<form class="row" method="post" action="/mysignins/sign-out"><span class="who">${icon('person')}${person.displayName}</span><button class="plain">Sign out</button></form>`
}

function methodRow(method: Method): Html {
  const { title, detail, icon: picture } = methodWords(method)
  return html`<li class="sheet slim spread"><span class="row"><span class="face" aria-hidden="true">${icon(picture)}</span>
<span class="choice-words"><b>${title}</b><small>${detail}</small></span></span>
${isOwnToDelete(method) && html`<a class="button danger" href="${securityHome}/delete/${encodeURIComponent(method.id)}" aria-label="Delete ${title} ${detail}">Delete</a>`}</li>`
}

function defaultForm(person: Person): Html {
  const possible = possiblePreferences(person)
  if (possible.length === 0) return html`<p class="soft">No default sign-in method.</p>`
  return html`<details id="default"><summary>Default sign-in method: ${person.preference ? preferenceWords[person.preference] : 'none'} <span class="plain">Change</span></summary>
<form class="sheet row" method="post" action="${securityHome}/default"><label class="field grow" for="preference">Default sign-in method
<select id="preference" name="preference">${possible.map(
    (preference) =>
      html`<option value="${preference}"${preference === person.preference ? html` selected` : null}>${preferenceWords[preference]}</option>`,
  )}</select></label><button>Save default</button></form></details>`
}

/** "Are you sure?" before a method goes. */
export function deletePage(world: World, method: Method): Html {
  const { title, detail } = methodWords(method)
  return layout(
    { title: 'Delete method', tenant: world.tenant.displayName, place: 'security-info', width: 'narrow' },
    html`<div class="card stack"><h1>Delete ${title}?</h1>
<p><b>${detail}</b> will no longer be able to approve or prove a sign-in. The app on the phone does not notice and keeps its entry.</p>
<form class="row" method="post" action="${securityHome}/delete/${encodeURIComponent(method.id)}"><button class="danger">Delete ${title} ${detail}</button><a class="button" href="${securityHome}">Cancel</a></form></div>`,
  )
}
