import { useLocale, useTranslations } from 'next-intl'
import { ConfirmNoteForm } from '@/components/guide/confirm-note-form'
import { Notice } from '@/components/ui/notice'
import type { Edition } from '@/lib/guides/edition'
import type { DiffLine, EditionChange } from '@/lib/guides/edition-changes'
import type { FormAction } from '@/lib/web/answer'

/** What the guide said when the note was written and what it says now, until somebody confirms that the note still fits. */
export function EditionChanges({ step, changes, added, current, off, confirmNote }: Props) {
  const t = useTranslations('guides')
  const language = useLocale()
  return (
    <Notice tone="wait" title={t('changed')}>
      <p>{t('changedHint')}</p>
      {changes.map(({ before, now, lines }) => (
        <section key={before.id} className="mt-3">
          <p className="font-mono text-sm">
            {before.id} → {now?.id ?? t('gone')}
          </p>
          <ul className="mt-1 flex flex-col gap-1">
            {lines[language].map((line) => (
              <Line key={`${line.kind} ${line.text}`} line={line} />
            ))}
          </ul>
        </section>
      ))}
      {added.length > 0 && (
        <p className="mt-3">{t('added', { editions: added.map(({ id }) => id).join(', ') })}</p>
      )}
      <div className="mt-3">
        <ConfirmNoteForm step={step} current={current} off={off} confirmNote={confirmNote} />
      </div>
    </Notice>
  )
}

function Line({ line: { kind, text } }: { line: DiffLine }) {
  const t = useTranslations('guides')
  if (kind === 'same') return <li className="pl-6 text-ink-soft">{text}</li>
  const Mark = kind === 'gone' ? 'del' : 'ins'
  return (
    <li className="flex gap-2">
      <span aria-hidden="true" className="w-4 shrink-0 text-center font-semibold">
        {kind === 'gone' ? '−' : '+'}
      </span>
      <Mark className={kind === 'gone' ? 'line-through' : 'font-semibold no-underline'}>
        <span className="sr-only">{t(kind === 'gone' ? 'lineGone' : 'lineNew')}: </span>
        {text}
      </Mark>
    </li>
  )
}

type Props = {
  step: string
  changes: EditionChange[]
  added: Edition[]
  /** The editions shown today: what a confirmation is about. */
  current: string[]
  off: string | null
  confirmNote: FormAction
}
