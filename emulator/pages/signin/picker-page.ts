import { listCast, searchPeople } from '../../world/people'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout, notice, placeLine } from '../layout'
import type { Flow } from './flow'
import { words } from './words'

/** Who signs in: the demo's people as buttons, everybody else by search. One click is the whole sign-in. */
export function pickerPage(world: World, flow: Flow, search: string | null): Html {
  const found = search ? searchPeople(world, search) : null
  return layout(
    { title: 'Pick an account', tenant: world.tenant.displayName },
    html`<div class="signin"><div class="card wide stack">
<div><h1>Pick an account</h1>
<p class="lead">to continue to ${flow.appName}. One click stands for password and remembered sign-in.</p></div>
${flow.progress.said && notice('stop', words[flow.progress.said])}
<form method="post" action="/signin/${flow.id}/pick">
${found ? foundPeople(found) : html`<div class="choices many">${listCast(world).map(personButton)}</div>`}
</form>
<form method="get" action="/signin/${flow.id}" class="stack" role="search">
<div class="field"><label for="q">Use another account</label>
<div class="row"><input class="grow" id="q" name="q" type="search" value="${search ?? ''}" placeholder="Name or address" autocomplete="off"><button>Search</button>
${found && html`<a class="button" href="/signin/${flow.id}?other=1">Show the demo people</a>`}</div></div>
</form>
<p class="small"><a href="/signin/${flow.id}/cancel">Cancel and go back</a></p>
${placeLine(world)}
</div></div>`,
  )
}

function foundPeople(people: Person[]): Html {
  return people.length > 0
    ? html`<div class="choices many">${people.map(personButton)}</div>`
    : html`<p role="status">Nobody here has that name or address.</p>`
}

function personButton(person: Person): Html {
  const { id, displayName, givenName, surname, story, jobTitle, officeLocation } = person
  return html`<button name="person" value="${id}" aria-labelledby="name-${id}" aria-describedby="story-${id}">
<span class="face" aria-hidden="true">${givenName.slice(0, 1)}${surname.slice(0, 1)}</span>
<span class="choice-words"><span id="name-${id}">${displayName}</span><small id="story-${id}">${story || `${jobTitle}, ${officeLocation}`}</small></span>
</button>`
}

/** The person a sign-in is about, with the way to somebody else. */
export function whoLine(flow: Flow, person: Person): Html {
  return html`<p class="spread"><span class="who">${icon('person')}${person.userPrincipalName}</span>
<a class="small" href="/signin/${flow.id}?other=1">Use another account</a></p>`
}
