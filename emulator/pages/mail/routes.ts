import { listMail, type Mail } from '../../world/mailbox'
import type { Person } from '../../world/person'
import type { World } from '../../world/world'
import { type Exchange, sendHtml, sendJson } from '../exchange'
import { personNamed } from '../people-list'
import { eventPage } from './calendar-part'
import { inboxesPage, inboxPage, inboxPart } from './inbox-page'
import { messagePage } from './message-page'

/** Answers `/mail` and everything below it. False when there is no such person, message or attachment. */
export function answerMail(world: World, exchange: Exchange): boolean {
  const [, who, mailId, part, place] = exchange.path
  if (who === undefined) {
    return sendHtml(exchange, inboxesPage(world, exchange.url.searchParams.get('q')))
  }
  const person = personNamed(world, who)
  if (!person) return false
  if (mailId === undefined) return sendHtml(exchange, inboxPage(world, person))
  if (mailId === 'live') return sendJson(exchange, { parts: { inbox: inboxPart(world, person).markup } })
  if (mailId === 'event')
    return answerEvent(exchange, { world, person, eventId: part ?? '', isBody: place === 'body' })
  const mail = listMail(world, person.id).find(({ id }) => id === mailId)
  if (!mail) return false
  if (part === 'body') return sendBody(exchange, mail)
  if (part === 'attachment') return sendAttachment(exchange, mail, Number(place))
  return sendHtml(exchange, messagePage(world, person, mail))
}

type Wanted = { world: World; person: Person; eventId: string; isBody: boolean }

function answerEvent(exchange: Exchange, { world, person, eventId, isBody }: Wanted): boolean {
  const event = world.events.get(eventId)
  if (event?.ownerId !== person.id) return false
  return isBody ? sendBody(exchange, event) : sendHtml(exchange, eventPage(world, person, event))
}

/** For a body that brings no style of its own. */
const plainStyle = '<style>body{margin:1.25rem;font:1rem/1.5 system-ui,sans-serif}</style>'

/** The HTML of a mail by itself: no script, no network, links open in a new tab. */
function sendBody({ response }: Exchange, { body }: Pick<Mail, 'body'>): boolean {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
  })
  response.end(`<!doctype html><base target="_blank">${plainStyle}${body.content}`)
  return true
}

function sendAttachment({ response }: Exchange, { attachments }: Mail, place: number): boolean {
  const attachment = attachments[place]
  if (!attachment) return false
  response.writeHead(200, {
    'content-type': attachment.contentType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(attachment.name)}`,
    'x-content-type-options': 'nosniff',
  })
  response.end(Buffer.from(attachment.contentBytes, 'base64'))
  return true
}
