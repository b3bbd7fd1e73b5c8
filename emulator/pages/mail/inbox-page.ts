import type { Mail } from '../../world/mailbox'
import { listMail } from '../../world/mailbox'
import { listCast, searchPeople } from '../../world/people'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout, livePart } from '../layout'
import { personSearch } from '../people-list'
import { calendarPart } from './calendar-part'
import { mailHref } from './mail-href'

/** Whose inbox can be opened, with how much lies in each. */
export function inboxesPage(world: World, search: string | null): Html {
  const people = search ? searchPeople(world, search) : listCast(world)
  return layout(
    { title: 'Mail', tenant: world.tenant.displayName, place: 'mail' },
    html`<div class="stack"><h1>Mail</h1>
<p class="lead">What the portal sent through Graph lies here, and goes nowhere else.</p>
${personSearch('/mail', search)}
<ul class="cards">${people.map((person) => html`<li>${inboxLink(world, person)}</li>`)}</ul>
${people.length === 0 && html`<p role="status">Nobody here has that name or address.</p>`}</div>`,
  )
}

/** One person's messages, newest first. */
export function inboxPage(world: World, person: Person): Html {
  return layout(
    {
      title: `Mail of ${person.displayName}`,
      tenant: world.tenant.displayName,
      place: 'mail',
      width: 'narrow',
      live: `${mailHref(person)}/live`,
    },
    html`<div class="stack"><div class="spread"><div><h1>${person.givenName}’s mail</h1><p class="who">${icon('person')}${person.mail ?? person.userPrincipalName}</p></div><a class="button" href="/mail">Other people</a></div>
${livePart('inbox', inboxPart(world, person))}</div>`,
  )
}

/** Messages and appointments, which grow while one looks. */
export function inboxPart(world: World, person: Person): Html {
  const mails = listMail(world, person.id)
  const messages =
    mails.length === 0
      ? html`<p class="sheet soft">No messages yet. They appear here as soon as they are sent.</p>`
      : html`<ul class="choices">${mails.map((mail) => html`<li>${mailLink(person, mail)}</li>`)}</ul>`
  return html`<div class="stack">${messages}${calendarPart(world, person)}</div>`
}

function inboxLink(world: World, person: Person): Html {
  const count = listMail(world, person.id).length
  const { id, displayName, givenName, surname } = person
  return html`<a class="choice" href="${mailHref(person)}" aria-labelledby="name-${id}" aria-describedby="count-${id}">
<span class="face" aria-hidden="true">${givenName.slice(0, 1)}${surname.slice(0, 1)}</span>
<span class="choice-words"><b id="name-${id}">${displayName}</b><small id="count-${id}">${count === 0 ? 'no messages' : count === 1 ? '1 message' : `${count} messages`}</small></span></a>`
}

function mailLink(person: Person, { id, subject, from, receivedAt, attachments }: Mail): Html {
  return html`<a class="choice" href="${mailHref(person)}/${id}" aria-labelledby="subject-${id}" aria-describedby="from-${id}"><span class="face" aria-hidden="true">${icon(attachments.length > 0 ? 'clip' : 'mail')}</span>
<span class="choice-words"><b id="subject-${id}">${subject || '(no subject)'}</b><small id="from-${id}">${from} · ${mailTime(receivedAt)}${attachments.length > 0 ? ` · ${attachments.length} attached` : null}</small></span></a>`
}

/** An instant as the inbox shows it. */
export function mailTime(receivedAt: string): string {
  return `${receivedAt.slice(0, 16).replace('T', ' ')} UTC`
}
