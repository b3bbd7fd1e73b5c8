import type { CheckedMessage } from '@/lib/commands/message/check-message'
import { isLanguage } from '@/lib/i18n/language'
import { subjectIn } from './subject'

/** The answer to a code, as the page shows it: the subject as it stood in the mail. */
export type CheckAnswer = { found: { subject: string; sentAt: string } | null }

/** What is said of a message that was found, or of none. */
export function answerOf(checked: CheckedMessage | null): CheckAnswer {
  if (!checked) return { found: null }
  const { sentAt, ...row } = checked
  const language = row.language ?? undefined
  const subject = subjectIn(isLanguage(language) ? language : 'en', row)
  return { found: subject === null ? null : { subject, sentAt } }
}
