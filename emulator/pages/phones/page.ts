import { listCast, searchPeople } from '../../world/people'
import type { Person } from '../../world/person'
import type { Phone } from '../../world/phone'
import type { World } from '../../world/world'
import type { Exchange } from '../exchange'
import { type Html, html } from '../html'
import { layout, livePart } from '../layout'
import { addressName, personSearch } from '../people-list'
import { clockForm } from '../start/clock-form'
import { desk } from './desk'
import { phoneViews } from './views'
import { worldDrawer } from './world-drawer'

/** The address of a person's phones. */
export function phonesHref(person: Person): string {
  return `/phones/${encodeURIComponent(addressName(person))}`
}

/** Everybody whose phones can be looked at. */
export function phonesListPage(world: World, search: string | null): Html {
  const people = search ? searchPeople(world, search) : listCast(world)
  return layout(
    { title: 'Phones', tenant: world.tenant.displayName, place: 'phones' },
    html`<div class="stack"><h1>Phones</h1>
<p class="lead">Each person’s old and new phone, with the authenticator app inside. What is tapped here is what the tenant sees.</p>
${personSearch('/phones', search)}
<ul class="cards">${people.map((person) => html`<li>${personLink(person)}</li>`)}</ul>
${people.length === 0 && html`<p role="status">Nobody here has that name or address.</p>`}</div>`,
  )
}

/** One person's phones, and the world around them. */
export function phonesPage(world: World, person: Person, exchange: Exchange): Html {
  const { url } = exchange
  const parts = phoneParts(world, person, url)
  return layout(
    {
      title: `Phones of ${person.displayName}`,
      tenant: world.tenant.displayName,
      place: 'phones',
      live: liveHref(url),
    },
    html`<div class="spread"><div><h1>${person.givenName}’s phones</h1>
<p class="lead">${person.displayName}${person.story && html` · ${person.story}`}</p></div>
<p class="row"><a class="button" href="/mysignins/security-info">Security info</a><a class="button" href="/mail/${encodeURIComponent(addressName(person))}">Mail</a><a class="button" href="/phones">Other people</a></p></div>
<div class="gap">${livePart('phones', parts.phones)}</div>
${livePart('world', parts.world)}`,
  )
}

/** The parts of a person's page that change while one looks. */
export function phoneParts(world: World, person: Person, page: URL): { phones: Html; world: Html } {
  const views = phoneViews(world, person, { answerTo: `${page.pathname}/answer${page.search}`, page })
  if (views.length === 0) return { phones: html`<p>No phone of this person is simulated.</p>`, world: html`` }
  return { phones: desk(views), world: worldDrawer(views, clockForm(world, page.pathname + page.search)) }
}

function liveHref(page: URL): string {
  return `${page.pathname}/live${page.search}`
}

/** "iPhone 12 → iPhone 16, iPad Air" */
function phonesLine(phones: Phone[]): string {
  const labels = (isTablet: boolean) =>
    phones.filter(({ slot }) => (slot === 'tablet') === isTablet).map(({ label }) => label)
  return [labels(false).join(' → '), ...labels(true)].join(', ')
}

function personLink(person: Person): Html {
  const { id, displayName, givenName, surname, story, jobTitle, phones } = person
  return html`<a class="choice" href="${phonesHref(person)}" aria-labelledby="name-${id}" aria-describedby="story-${id}">
<span class="face" aria-hidden="true">${givenName.slice(0, 1)}${surname.slice(0, 1)}</span>
<span class="choice-words"><b id="name-${id}">${displayName}</b><small id="story-${id}">${phonesLine(phones) || story || jobTitle}</small></span></a>`
}
