import type { Letter } from './letter'

/** What stands below every letter: how to check that it is ours. */
export type Foot = { checkTitle: string; check: string; code: string; never: string; reply: string }

type Drawn = { letter: Letter; foot: Foot; actionTitle: string }

/** A letter as plain text, lines as long as they come. */
export function renderText({ letter, foot, actionTitle }: Drawn): string {
  const { greeting, paragraphs, facts, action } = letter
  return [
    greeting,
    ...paragraphs,
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    `${actionTitle.toUpperCase()}\n${action}`,
    '--',
    `${foot.checkTitle}\n${foot.check}\n\n    ${foot.code}`,
    foot.never,
    foot.reply,
  ]
    .join('\n\n')
    .concat('\n')
}

export type { Drawn }
