import { type CalendarEvent, listCalendar, type ZonedTime } from '../../world/calendar'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout } from '../layout'
import { bodyPart } from './body-part'
import { mailHref } from './mail-href'

/** The person's appointments, soonest first; nothing when there are none. */
export function calendarPart(world: World, person: Person): Html | null {
  const events = listCalendar(world, person.id)
  if (events.length === 0) return null
  return html`<section class="stack" aria-labelledby="calendar"><h2 id="calendar">Calendar</h2>
<ul class="choices">${events.map((event) => html`<li>${eventLink(person, event)}</li>`)}</ul></section>`
}

/** One appointment, as its owner sees it. */
export function eventPage(world: World, person: Person, event: CalendarEvent): Html {
  const { subject, start, end, location, attendees, organizer, body } = event
  return layout(
    { title: subject || 'Appointment', tenant: world.tenant.displayName, place: 'mail', width: 'narrow' },
    html`<article class="stack"><p><a href="${mailHref(person)}">Back to ${person.givenName}’s mail</a></p>
<h1>${subject || '(no subject)'}</h1>
<dl class="facts small"><dt>When</dt><dd>${span(start, end)}</dd>
${location && html`<dt>Where</dt><dd>${location}</dd>`}<dt>Organiser</dt><dd>${organizer.name} (${organizer.address})</dd>
${attendees.length > 0 && html`<dt>Invited</dt><dd>${attendees.map(({ address }) => address).join(', ')}</dd>`}</dl>
${body.content.trim() !== '' && bodyPart(body, { title: 'Appointment', src: `${eventHref(person, event)}/body` })}
</article>`,
  )
}

function eventLink(person: Person, event: CalendarEvent): Html {
  const { id, subject, start, end, location } = event
  return html`<a class="choice" href="${eventHref(person, event)}" aria-labelledby="event-${id}" aria-describedby="when-${id}"><span class="face" aria-hidden="true">${icon('calendar')}</span>
<span class="choice-words"><b id="event-${id}">${subject || '(no subject)'}</b><small id="when-${id}">${span(start, end)}${location && ` · ${location}`}</small></span></a>`
}

const eventHref = (person: Person, { id }: CalendarEvent) =>
  `${mailHref(person)}/event/${encodeURIComponent(id)}`

/** Both ends in the zone they were given in; the day once when it is the same. */
function span(start: ZonedTime, end: ZonedTime): string {
  const [day, from] = parts(start)
  const [lastDay, to] = parts(end)
  return `${day} ${from} – ${day === lastDay ? '' : `${lastDay} `}${to} (${start.timeZone})`
}

const parts = ({ dateTime }: ZonedTime) => [dateTime.slice(0, 10), dateTime.slice(11, 16)] as const
