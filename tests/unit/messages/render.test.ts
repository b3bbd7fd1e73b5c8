import { describe, expect, test } from 'vitest'
import { clockZoneAt } from '@/lib/clock'
import { type MessageKind, messageKinds, securityEvents } from '@/lib/domain/message'
import { renderMessage } from '@/lib/messages/render'
import { subjectIn } from '@/lib/messages/subject'
import type { MessageFacts } from '@/lib/queries/message-facts'
import { readCalendar, readText } from '@/tests/support/read-calendar'

const window = {
  site: 'Milan',
  isAtHome: false,
  startsAt: '2026-12-14T08:00:00.000Z',
  endsAt: '2026-12-14T11:00:00.000Z',
  timeZone: 'Europe/Rome',
}

function facts(wanted: Partial<MessageFacts> = {}): MessageFacts {
  return {
    params: {},
    queuedAt: '2026-11-22T09:42:00.000Z',
    name: 'Elio',
    fullName: 'Elio Esposito',
    window,
    planner: { name: 'Paola Planner', address: 'paola@example.com' },
    levels: [
      { level: 'registered', known: 'seen', at: '2026-12-14T08:20:00.000Z' },
      { level: 'alone', known: 'proved', at: '2026-12-14T08:31:00.000Z' },
      { level: 'others', known: 'attested', at: '2026-12-14T08:40:00.000Z' },
    ],
    safeAt: '2026-12-14T08:40:00.000Z',
    reset: null,
    case: { number: 42, isFrozen: true },
    calendar: null,
    ...wanted,
  }
}

function render(
  kind: MessageKind,
  wanted: Partial<MessageFacts> = {},
  preferredLanguage: string | null = 'en-GB',
) {
  const portalUrl = 'https://passaggio.example.com'
  return renderMessage({
    kind,
    facts: facts(wanted),
    preferredLanguage,
    code: 'K7QF2M9XA0',
    portalUrl,
    sender: 'phones@example.com',
  })
}

test('a slot where the person is says so, and names no site', () => {
  const mail = render('booking_confirmed', { window: { ...window, isAtHome: true } }, 'it')
  expect(mail.text).toContain('a casa, o dovunque tu sia')
  expect(mail.text).not.toContain('Milan')
})

const cases = messageKinds.flatMap((kind) =>
  ['en', 'it'].flatMap((language) =>
    (kind === 'security_notice' ? securityEvents : ['']).map(
      (what) => [kind, language, what && { params: { what } }] as const,
    ),
  ),
)

describe.each(cases)('%s in %s %j', (kind, language, wanted) => {
  const mail = render(kind, wanted || {}, language)

  test('names the portal’s address in words and nothing to click, and fetches nothing', () => {
    expect(mail.text).toContain('passaggio.example.com')
    for (const body of [mail.text, mail.html])
      expect(body).not.toMatch(/https?:|<a\b|href|src=|url\(|<img|<script/i)
  })

  test('carries its code once, and no other code', () => {
    expect(mail.text.match(/K7QF2-M9XA0/g)).toHaveLength(1)
    expect(mail.html.match(/K7QF2-M9XA0/g)).toHaveLength(1)
    expect(mail.subject).not.toContain('K7QF2')
  })

  test('has every sentence', () => {
    for (const body of [mail.subject, mail.text]) expect(body).not.toMatch(/\bmail\.|[{}]|undefined|\bnull\b/)
  })

  test('asks for one thing', () => {
    expect(mail.html.match(/class="action"/g)).toHaveLength(1)
  })

  test('has a subject that names nobody, the same as the check page shows', () => {
    const params = (wanted || { params: {} }).params
    expect(subjectIn(mail.language, { kind, params })).toBe(mail.subject)
    expect(mail.subject).not.toMatch(/Elio|Milan|Paola|42/)
  })
})

test('is in the language the directory gives, else in English', () => {
  expect(render('invitation', {}, 'it-IT')).toMatchObject({
    language: 'it',
    subject: 'Passi a un telefono nuovo',
  })
  expect(render('invitation', {}, 'de-DE').language).toBe('en')
  expect(render('invitation', {}, null).language).toBe('en')
})

test('times are those of the place, with their zone', () => {
  expect(render('invitation').text).toContain('When: Mon, 14 Dec 2026, 09:00–12:00 CET')
  expect(render('invitation', {}, 'it').text).toContain('Quando: lun 14 dic 2026, 09:00–12:00 CET')
  expect(render('case_opened', { window: null }).text).toContain('22 Nov 2026, 09:42 UTC')
})

test('what the gate rests on is drawn as it is known', () => {
  const { text, html } = render('safe_to_wipe')
  expect(text).toContain('The new phone is registered: seen at Microsoft, 14 Dec 2026, 09:20 CET')
  expect(html).toContain('<dd class="shown">proved, 14 Dec 2026, 09:31 CET</dd>')
  expect(html).toContain('<dd class="said">you told us, 14 Dec 2026, 09:40 CET</dd>')
})

test('whatever somebody is called, it stays text', () => {
  const name = `<img src=x onerror="alert('1')">&`
  const { html, text } = render('invitation', { name, planner: { name, address: 'p@example.com' } })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;')
  expect(text).toContain(name)
})

test('a name with braces is no sentence of ours', () => {
  expect(render('invitation', { name: '{address}' }).text).toContain('Hello {address},')
})

test('the letter as a whole', () => {
  expect(render('old_phone_remains').text).toMatchInlineSnapshot(`
    "Hello Elio,

    Your new phone works, but the old one is still registered at Microsoft. Whoever holds it can approve a sign-in as you.

    Do not wipe it yet: first its registration has to go.

    The old phone's registration: seen at Microsoft, 22 Nov 2026, 10:42 CET

    WHAT TO DO
    Open Passaggio, My move, and take the old phone off your account. It takes two minutes.

    --

    Is this message really ours?
    We never send links. Type the portal's address into your browser yourself: passaggio.example.com. Choose “Check a message” there and enter the code below. You see the subject and the date of the message we sent. If they differ from this one, tell the service desk.

        K7QF2-M9XA0

    We never ask for your password, a code from your phone or a QR code, in a mail, by phone or in a chat.

    You can answer this mail; Paola Planner reads it.
    "
  `)
})

test.each([
  ['booking_confirmed', 'REQUEST', 'CONFIRMED'],
  ['booking_moved', 'REQUEST', 'CONFIRMED'],
  ['booking_cancelled', 'CANCEL', 'CANCELLED'],
] as const)('%s brings the calendar entry as %s, with the mail’s own code', (kind, method, status) => {
  const calendar: MessageFacts['calendar'] = {
    uid: 'swap-1@passaggio',
    sequence: 2,
    stampedAt: new Date('2026-11-22T09:42:00Z'),
    startsAt: '2026-12-14T09:00',
    endsAt: '2026-12-14T12:00',
    zone: clockZoneAt(new Date(window.startsAt), window.timeZone),
    site: 'Milan',
    isAtHome: false,
    deskContact: '',
    person: { name: 'Elio Esposito', address: 'elio@example.com' },
  }
  const [file] = render(kind, { calendar }).attachments
  expect(file?.contentType).toContain(`method=${method}`)
  const lines = readCalendar(file?.content ?? '')
  const value = (name: string) => lines.find((line) => line.name === name)?.value
  expect([value('METHOD'), value('STATUS'), value('SEQUENCE')]).toEqual([method, status, '2'])
  expect(value('ORGANIZER')).toBe('mailto:phones@example.com')
  expect(value('ATTENDEE')).toBe('mailto:elio@example.com')
  const texts = lines.filter(({ name }) => name === 'DESCRIPTION').map((line) => readText(line.value))
  expect(texts[0]).toContain('K7QF2-M9XA0')
  expect(texts.join().match(/https?:\S+/g)).toEqual(['https://passaggio.example.com'])
})

test('nothing else brings a file', () => {
  expect(render('invitation').attachments).toEqual([])
})
