import type { Mail, MailAttachment } from '../../world/mailbox'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { layout } from '../layout'
import { bodyPart } from './body-part'
import { eventsIn, type FileEvent } from './calendar-file'
import { mailTime } from './inbox-page'
import { mailHref } from './mail-href'

/** One message with its attachments. An HTML body is shown in a frame that cannot reach this page. */
export function messagePage(world: World, person: Person, mail: Mail): Html {
  const { id, subject, from, to, receivedAt, body, attachments } = mail
  return layout(
    { title: subject || 'Message', tenant: world.tenant.displayName, place: 'mail', width: 'narrow' },
    html`<article class="stack"><p><a href="${mailHref(person)}">Back to ${person.givenName}’s mail</a></p>
<h1>${subject || '(no subject)'}</h1>
<dl class="facts small"><dt>From</dt><dd>${from}</dd><dt>To</dt><dd>${to.join(', ')}</dd><dt>Received</dt><dd>${mailTime(receivedAt)}</dd></dl>
${attachments.length > 0 && html`<section class="stack" aria-label="Attachments">${attachments.map((attachment, place) => attachmentRow(`${mailHref(person)}/${id}`, attachment, place))}</section>`}
${bodyPart(body, { title: 'Message', src: `${mailHref(person)}/${id}/body` })}
</article>`,
  )
}

function attachmentRow(
  address: string,
  { name, contentType, contentBytes }: MailAttachment,
  place: number,
): Html {
  const isText = contentType.startsWith('text/')
  const text = isText ? Buffer.from(contentBytes, 'base64').toString('utf8') : ''
  const events = /^text\/calendar\b/i.test(contentType) ? eventsIn(text) : []
  return html`<div class="sheet stack">${events.map(eventCard)}
<p class="row">${icon('clip')}<a href="${address}/attachment/${place}" download="${name}">${name}</a><span class="small soft">${contentType}</span></p>
${isText && html`<details id="text-${place}"><summary>Show ${name} as text</summary><pre class="mail-text small">${text}</pre></details>`}</div>`
}

/** What a calendar would make of the file. */
function eventCard({ summary, start, end, location, description, isCancelled }: FileEvent): Html {
  return html`<section class="stack tight" aria-label="Appointment in the file"><h2 class="row whole">${icon('calendar')}<span>${summary}</span></h2>
${isCancelled && html`<p class="small"><strong>Cancelled</strong></p>`}
<dl class="facts small">${start && html`<dt>From</dt><dd>${start}</dd>`}${end && html`<dt>To</dt><dd>${end}</dd>`}${location && html`<dt>Where</dt><dd>${location}</dd>`}</dl>
${description && html`<p class="mail-text small">${description}</p>`}</section>`
}
