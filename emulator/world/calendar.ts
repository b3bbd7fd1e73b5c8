import { randomBytes } from 'node:crypto'

import { isoAt, realNow } from './clock'
import { deliverMail } from './mailbox'
import { findPerson } from './people'
import type { Person } from './person'
import type { World } from './world'

export type ZonedTime = { dateTime: string; timeZone: string }

/** What whoever makes an event says of it. */
export type EventWish = {
  transactionId: string | null
  subject: string
  body: { contentType: 'text' | 'html'; content: string }
  start: ZonedTime
  end: ZonedTime
  location: string | null
  attendees: { type: string; name: string; address: string }[]
  isAllDay: boolean
  isReminderOn: boolean
  reminderMinutesBeforeStart: number
  showAs: string
}

export type CalendarEvent = EventWish & {
  id: string
  /** Alike in the calendars of everybody who is invited. */
  iCalUId: string
  ownerId: string
  organizer: { name: string; address: string }
  isOrganizer: boolean
  createdDateTime: string
}

/** A person's events, soonest first. */
export function listCalendar({ events }: World, ownerId: string): CalendarEvent[] {
  const mine = [...events.values()].filter((event) => event.ownerId === ownerId)
  return mine.sort((a, b) => (a.start.dateTime < b.start.dateTime ? -1 : 1))
}

/** The event this owner's calendar got with that transaction id, or null. */
export function findRepeated(
  world: World,
  ownerId: string,
  transactionId: string | null,
): CalendarEvent | null {
  if (transactionId === null) return null
  return listCalendar(world, ownerId).find((event) => event.transactionId === transactionId) ?? null
}

/** Puts an event into the owner's calendar and those of everybody invited who has one here; they get an invitation. */
export function addEvent(world: World, owner: Person, wish: EventWish): CalendarEvent {
  const event: CalendarEvent = {
    ...wish,
    id: newEventId(),
    iCalUId: `040000008200E00074C5B7101A82E008${randomBytes(20).toString('hex').toUpperCase()}`,
    ownerId: owner.id,
    organizer: { name: owner.displayName, address: owner.mail ?? owner.userPrincipalName },
    isOrganizer: true,
    createdDateTime: isoAt(realNow()),
  }
  keep(world, event)
  for (const guest of guestsOf(world, event))
    keep(world, { ...event, id: newEventId(), ownerId: guest.id, isOrganizer: false, transactionId: null })
  tellAttendees(world, event, event.subject)
  return event
}

/** Takes an event out; the organizer's takes it out of everybody's calendar, and they are told. */
export function removeEvent(world: World, event: CalendarEvent): void {
  const all = [...world.events.values()].filter(({ iCalUId }) => iCalUId === event.iCalUId)
  for (const { id } of event.isOrganizer ? all : [event]) {
    world.events.delete(id)
    world.store.remove(`event/${id}`)
  }
  if (event.isOrganizer) tellAttendees(world, event, `Canceled: ${event.subject}`)
}

function keep(world: World, event: CalendarEvent): void {
  world.events.set(event.id, event)
  world.store.set(`event/${event.id}`, event)
}

function guestsOf(world: World, { attendees, ownerId }: CalendarEvent): Person[] {
  return attendees.flatMap(({ address }) => {
    const guest = findPerson(world, address)
    return guest && guest.id !== ownerId ? [guest] : []
  })
}

function tellAttendees(world: World, event: CalendarEvent, subject: string): void {
  const to = event.attendees.map(({ address }) => address)
  if (to.length === 0) return
  deliverMail(world, { from: event.organizer.address, to, subject, body: event.body, attachments: [] })
}

/** In the manner of Exchange: long, and with characters that must be escaped in a path. */
const newEventId = () =>
  `AAMkAD${randomBytes(54).toString('base64').replaceAll('/', '-').replaceAll('+', '_')}AAA=`
