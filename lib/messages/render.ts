import type { MessageKind } from '@/lib/domain/message'
import { writeCode } from '@/lib/domain/message-code'
import { resolveLanguage } from '@/lib/i18n/language'
import type { MessageFacts } from '@/lib/queries/message-facts'
import { attachmentsOf } from './attachments'
import { compose } from './compose'
import type { Mail } from './letter'
import { renderHtml } from './render-html'
import { renderText } from './render-text'
import { wordsFor } from './words'

type Asked = {
  kind: MessageKind
  facts: MessageFacts
  /** Language tag of whoever reads it. */
  preferredLanguage: string | null
  code: string
  /** Where people reach the portal, `https://…`. */
  portalUrl: string
  /** The mailbox it comes from. */
  sender: string
}

/** A message as it goes, in its reader's language, else English. */
export function renderMessage(asked: Asked): Mail & { language: 'en' | 'it' } {
  const { kind, facts, preferredLanguage, code, portalUrl, sender } = asked
  const language = resolveLanguage({ preferred: preferredLanguage ?? undefined })
  const words = wordsFor(language, facts.window?.timeZone ?? 'UTC')
  const { t } = words
  const portal = spokenAddress(portalUrl)
  const letter = compose(kind, { ...facts, portal }, words)
  const drawn = {
    letter,
    actionTitle: t('actionTitle'),
    foot: {
      checkTitle: t('checkTitle'),
      check: t('check', { address: portal }),
      code: writeCode(code),
      never: t('never'),
      reply: t('reply', { name: letter.answers }),
    },
  }
  return {
    language,
    subject: letter.subject,
    text: renderText(drawn),
    html: renderHtml(drawn, language),
    attachments: attachmentsOf(kind, facts, { language, portalUrl, code, sender }),
  }
}

/** As one says it, so that no mail program makes a link of it that names another place. */
function spokenAddress(portalUrl: string): string {
  return new URL(portalUrl).host
}
