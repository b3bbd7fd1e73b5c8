import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliverMail } from '@/emulator/world/mailbox'
import { openStage, type Stage } from './pages-browser'

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
        contentBytes: Buffer.from('BEGIN:VCALENDAR').toString('base64'),
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
    expect(file.text).toBe('BEGIN:VCALENDAR')
    expect((await stage.browse().open(`/mail/elio.esposito/${idOfMail()}/attachment/1`)).status).toBe(404)
  })
})
