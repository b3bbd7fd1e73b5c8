import * as z from 'zod'

import {
  addEvent,
  type CalendarEvent,
  findRepeated,
  listCalendar,
  removeEvent,
  type ZonedTime,
} from '../world/calendar'
import { pageAnswer } from './paging'
import { writeEffect } from './record'
import { type AllowedRequest, badRequest, contextOf, type GraphAnswer, GraphError } from './request'
import { getTarget } from './users'

type Params = Record<string, string>

const Time = z.object({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/), timeZone: z.string() })
const Attendee = z.object({
  type: z.string().default('required'),
  emailAddress: z.object({ address: z.string(), name: z.string().default('') }),
})
const Body = z.object({
  subject: z.string().default(''),
  body: z
    .object({ contentType: z.string(), content: z.string() })
    .default({ contentType: 'text', content: '' }),
  start: Time,
  end: Time,
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  attendees: z.array(Attendee).default([]),
  isAllDay: z.boolean().default(false),
  isReminderOn: z.boolean().default(true),
  reminderMinutesBeforeStart: z.number().int().default(15),
  showAs: z.string().default('busy'),
  transactionId: z.string().nullish(),
})

/** GET …/events: ten a page, soonest first. https://learn.microsoft.com/graph/api/user-list-events */
export function listEvents(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const owner = getTarget(request, user)
  return pageAnswer(request, {
    context: `users('${owner.id}')/events`,
    items: listCalendar(request.world, owner.id),
    view: eventView,
    size: { fallback: 10, max: 1_000 },
  })
}

/** GET …/events/{id}. */
export function getEvent(request: AllowedRequest, params: Params): GraphAnswer {
  const event = eventOf(request, params)
  return {
    status: 200,
    body: { '@odata.context': entityContext(request, event), ...eventView(event) },
  }
}

/** POST …/events: 201. A transaction id that was used makes no second event. */
export function createEvent(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const owner = getTarget(request, user)
  const parsed = Body.safeParse(request.body)
  if (!parsed.success) throw badRequest('The request body is not a valid event.', 'RequestBodyRead')
  const { location, attendees, transactionId = null, ...wish } = parsed.data
  const repeated = findRepeated(request.world, owner.id, transactionId)
  if (repeated && request.world.settings.repeatedEvent !== 'sameEvent') throw alreadyUsed(request, repeated)
  const event =
    repeated ??
    addEvent(request.world, owner, {
      ...wish,
      transactionId,
      body: {
        contentType: wish.body.contentType.toLowerCase() === 'html' ? 'html' : 'text',
        content: wish.body.content,
      },
      location: location?.displayName ?? null,
      attendees: attendees.map(({ type, emailAddress }) => ({ type: type.toLowerCase(), ...emailAddress })),
    })
  if (!repeated) writeEffect(request, 'event.created', owner, { eventId: event.id, subject: event.subject })
  return {
    status: 201,
    body: { '@odata.context': entityContext(request, event), ...eventView(event) },
  }
}

/** DELETE …/events/{id}: 204; from the organizer, for everybody who was invited. */
export function deleteEvent(request: AllowedRequest, params: Params): GraphAnswer {
  const event = eventOf(request, params)
  removeEvent(request.world, event)
  writeEffect(request, 'event.deleted', getTarget(request, params.user ?? ''), { eventId: event.id })
  return { status: 204 }
}

function alreadyUsed({ world }: AllowedRequest, { id }: CalendarEvent): GraphError {
  return new GraphError(
    world.settings.repeatedEvent === 'conflict' ? 409 : 400,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    {},
    { '@event.existingEventId': id },
  )
}

function eventOf(request: AllowedRequest, { user = '', event: id = '' }: Params): CalendarEvent {
  const owner = getTarget(request, user)
  const event = request.world.events.get(id)
  if (event?.ownerId !== owner.id)
    throw new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.')
  return event
}

const entityContext = (request: AllowedRequest, { ownerId }: CalendarEvent) =>
  contextOf(request, `users('${ownerId}')/events/$entity`)

function eventView(event: CalendarEvent): Record<string, unknown> {
  const { attendees, location, body, start, end } = event
  const place = { displayName: location ?? '', locationType: 'default', uniqueIdType: 'unknown' }
  return {
    '@odata.etag': `W/"${Buffer.from(event.createdDateTime).toString('base64')}"`,
    id: event.id,
    createdDateTime: event.createdDateTime,
    lastModifiedDateTime: event.createdDateTime,
    changeKey: Buffer.from(event.createdDateTime).toString('base64'),
    categories: [],
    transactionId: event.transactionId,
    originalStartTimeZone: start.timeZone,
    originalEndTimeZone: end.timeZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: body.content
      .replaceAll(/<[^>]*>/g, ' ')
      .trim()
      .slice(0, 255),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: event.isAllDay,
    isCancelled: false,
    isOrganizer: event.isOrganizer,
    responseRequested: true,
    seriesMasterId: null,
    showAs: event.showAs,
    type: 'singleInstance',
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(event.id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: false,
    onlineMeetingProvider: 'unknown',
    allowNewTimeProposals: true,
    responseStatus: { response: event.isOrganizer ? 'organizer' : 'notResponded', time: never },
    body: { contentType: body.contentType, content: body.content },
    start: shownTime(start),
    end: shownTime(end),
    location: place,
    locations: location === null ? [] : [place],
    recurrence: null,
    attendees: attendees.map(({ type, name, address }) => ({
      type,
      status: { response: 'none', time: never },
      emailAddress: { name, address },
    })),
    organizer: { emailAddress: event.organizer },
  }
}

const never = '0001-01-01T00:00:00Z'

/** Seven decimals, as Exchange writes them, in the zone they were given in: `Prefer: outlook.timezone` converts nothing here. */
function shownTime({ dateTime, timeZone }: ZonedTime): ZonedTime {
  const seconds = dateTime.length === 16 ? `${dateTime}:00` : dateTime.replace(/Z$/, '')
  return { dateTime: seconds.includes('.') ? seconds : `${seconds}.0000000`, timeZone }
}
