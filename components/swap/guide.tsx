import { useLocale, useTranslations } from 'next-intl'
import { Drawing } from '@/components/swap/drawing'
import { Details } from '@/components/ui/details'
import type { Edition } from '@/lib/guides/edition'
import { useTime } from '@/lib/i18n/use-time'
import type { NoteView } from '@/lib/queries/guides'

/** The text of a step: a drawing, what to do in order, the way out of the trap, and what the organisation adds. */
export function Guide({ edition, note }: { edition: Edition | null; note: NoteView | null }) {
  const language = useLocale()
  return (
    <div className="flex flex-col gap-4">
      {edition && <Drawing name={edition.drawing} />}
      {edition && <Lines lines={edition.text[language].lines} inOrder={isInOrder(edition)} />}
      {edition && <Trap edition={edition} />}
      {note && <OwnNote note={note} />}
    </div>
  )
}

/** One line stands alone; more are numbered where one is done after the other. */
export function Lines({ lines, inOrder }: { lines: readonly string[]; inOrder: boolean }) {
  if (lines.length < 2) return lines.map((line) => <p key={line}>{line}</p>)
  const items = lines.map((line) => <li key={line}>{line}</li>)
  return inOrder ? (
    <ol className="flex list-decimal flex-col gap-2 pl-5">{items}</ol>
  ) : (
    <ul className="flex list-disc flex-col gap-2 pl-5">{items}</ul>
  )
}

/** Some steps are a question with facts to answer it by: a number in front would make them tasks. */
export function isInOrder({ step }: Edition): boolean {
  return !['devices', 'baseline', 'second_way', 'remove'].includes(step)
}

function Trap({ edition }: { edition: Edition }) {
  const { trap } = edition.text[useLocale()]
  if (!trap) return null
  return (
    <Details summary={trap.question}>
      <p>{trap.lead}</p>
      <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
        {trap.fixes.map((fix) => (
          <li key={fix}>{fix}</li>
        ))}
      </ul>
    </Details>
  )
}

function OwnNote({ note }: { note: NoteView }) {
  const t = useTranslations('swap')
  return (
    <aside aria-label={t('ownNote')} className="rounded border-accent border-l-4 bg-sunken px-4 py-3">
      <p className="font-semibold">{t('ownNote')}</p>
      <p className="whitespace-pre-line">{note[useLocale()]}</p>
    </aside>
  )
}

/** What counts as done and how it is known, and which edition this was. */
export function GuideFoot({ edition }: { edition: Edition | null }) {
  const t = useTranslations('swap')
  const language = useLocale()
  const { time } = useTime()
  if (!edition) return null
  return (
    <div className="flex flex-col gap-1 border-line border-t pt-3 text-ink-soft text-sm">
      <p>
        {t('countsAsDone')} {edition.text[language].done} {t(`knownBy_${edition.known}`)}
      </p>
      <p className="break-words">
        {t('edition', { id: edition.id, reviewed: time(`${edition.reviewedOn}T12:00:00Z`, 'day') })}
      </p>
    </div>
  )
}
