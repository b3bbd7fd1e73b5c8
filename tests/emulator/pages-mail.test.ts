import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventsIn } from '@/emulator/pages/mail/calendar-file'
import { deliverMail } from '@/emulator/world/mailbox'
import { openStage, type Stage } from './pages-browser'

// Written by hand after https://www.rfc-editor.org/rfc/rfc5545: folded, escaped, with a zone.
const file = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;TZID=Europe/Rome:20261201T093000',
  'DTEND;TZID="Europe/Rome":20261201T094500',
  'SUMMARY:Your new phone\\, at the ',
  ' counter <b>',
  'LOCATION:Milan\\; room 2',
  'DESCRIPTION:Bring both phones.\\nAnd a cable.',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n')

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
  deliverMail(stage.world, {
    from: 'mfa@aurora-components.example',
    to: ['elio.esposito@aurora-components.example'],
    subject: 'Your move <b>',
    body: { contentType: 'text', content: 'Reference <i>4711</i>' },
    attachments: [
      {
        name: 'slot.ics',
        contentType: 'text/calendar',
        contentBytes: Buffer.from(file).toString('base64'),
      },
    ],
  })
})
afterEach(() => stage.close())

const idOfMail = () => stage.world.mails[0]!.id

describe('a mailbox', () => {
  test('shows what was sent to its owner, and to nobody else', async () => {
    expect((await stage.browse().open('/mail/elio.esposito')).text).toContain('Your move &lt;b&gt;')
    expect((await stage.browse().open('/mail/lia.legacy')).text).toContain('No messages yet')
    expect((await stage.browse().open(`/mail/lia.legacy/${idOfMail()}`)).status).toBe(404)
  })

  test('opens a message as text, with its calendar file', async () => {
    const page = await stage.browse().open(`/mail/elio.esposito/${idOfMail()}`)
    expect(page.text).toContain('Reference &lt;i&gt;4711')
    expect(page.text).toContain('slot.ics')
    const file = await stage.browse().open(`/mail/elio.esposito/${idOfMail()}/attachment/0`)
    expect(file.text).toContain('BEGIN:VCALENDAR BEGIN:VEVENT')
    expect((await stage.browse().open(`/mail/elio.esposito/${idOfMail()}/attachment/1`)).status).toBe(404)
  })

  test('shows the appointment that lies in a calendar file', async () => {
    const { text } = await stage.browse().open(`/mail/elio.esposito/${idOfMail()}`)
    for (const words of [
      'Your new phone, at the counter &lt;b&gt;',
      '2026-12-01 09:30 (Europe/Rome)',
      '2026-12-01 09:45 (Europe/Rome)',
      'Milan; room 2',
      'Bring both phones. And a cable.',
    ])
      expect(text).toContain(words)
  })

  test('reads files that say little, or that an appointment is off', () => {
    const told = (...lines: string[]) =>
      eventsIn(['METHOD:CANCEL', 'BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\n'))
    expect(told('DTSTART;VALUE=DATE:20261224')).toEqual([
      {
        summary: '(no subject)',
        start: '2026-12-24',
        end: null,
        location: null,
        description: null,
        isCancelled: true,
      },
    ])
    expect(told('DTSTART:20261224T080000Z', 'DTEND:20261224T080000')[0]).toMatchObject({
      start: '2026-12-24 08:00 (UTC)',
      end: '2026-12-24 08:00 (local time)',
    })
    expect(eventsIn('no calendar at all')).toEqual([])
  })
})
