import type { Known } from '@/lib/domain/known'

/** One line of what is so: when, where, since when, and how it is known where that matters. */
export type LetterFact = { label: string; value: string; known?: Known }

/** What a mail says, before it is drawn. Plain words, and no address that could be clicked. */
export type Letter = {
  subject: string
  greeting: string
  /** Why it comes, and what it means. */
  paragraphs: string[]
  facts: LetterFact[]
  /** The one thing to do. */
  action: string
  /** Who reads an answer: a name, `desk`, or `nobody` where the desk would write to itself. */
  answers: string
}

/** A file that goes with a mail. */
export type Attachment = { name: string; contentType: string; content: string }

/** A mail as it goes. */
export type Mail = { subject: string; text: string; html: string; attachments: Attachment[] }
