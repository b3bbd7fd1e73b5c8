'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { useMessage } from '@/lib/i18n/use-message'
import type { ImportView } from '@/lib/queries/imports'
import type { FormAction } from '@/lib/web/answer'

/** Brings the sound rows into the wave. Rows with a problem stay out only when that is said; seats as far as they reach. */
export function ConfirmImport({ file, soundCount, confirmImport }: ConfirmProps) {
  const t = useTranslations('import')
  const message = useMessage()
  const { run, value, error, problems, done } = useForm(confirmImport)
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors errors={problems} />
      {done?.isChanged && (
        <Notice tone="wait" title={t('changedTitle')} announce>
          {message('import_changed')}
        </Notice>
      )}
      <input type="hidden" name="importId" value={file.id} />
      <input type="hidden" name="expected" value={soundCount} />
      <Wishes windows={file.windows} />
      {file.windows.length > 0 && file.wishlessCount > 0 && (
        <Select
          name="windowId"
          key={value('windowId')}
          label={t('fallback', { count: file.wishlessCount })}
          empty={t('fallbackNone')}
          defaultValue={value('windowId')}
          error={error('windowId')}
          options={file.windows
            .filter(({ isOver }) => !isOver)
            .map(({ id, name, free }) => ({ value: id, label: `${name} (${free})` }))}
        />
      )}
      {file.windows.length > 0 && <p className="text-ink-soft text-sm">{t('seatsHint')}</p>}
      {file.problemCount > 0 && (
        <Checkbox
          name="leaveOut"
          value="yes"
          label={t('leaveOut', { count: file.problemCount })}
          hint={t('leaveOutHint')}
          defaultChecked={value('leaveOut') === 'yes'}
        />
      )}
      <SubmitButton refusal={message(file.refusals.confirm)} pendingLabel={t('confirming')}>
        {t('confirm', { count: soundCount })}
      </SubmitButton>
    </form>
  )
}

/** How many wish for which window, and whether they fit. */
function Wishes({ windows }: { windows: ImportView['windows'] }) {
  const t = useTranslations('import')
  const wished = windows.filter((window) => window.wished > 0)
  if (wished.length === 0) return null
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {wished.map(({ id, name, wished: count, free }) => (
        <li key={id} className={count > free ? 'font-semibold text-wait' : ''}>
          {t('seatsWished', { name, wished: count, free })}
        </li>
      ))}
    </ul>
  )
}

/** Throws the file away. */
export function DiscardImport({ importId, discardImport }: { importId: string; discardImport: FormAction }) {
  const t = useTranslations('import')
  const { run, problems } = useForm(discardImport)
  return (
    <form action={run} className="flex flex-col items-start gap-2">
      <FormErrors errors={problems} />
      <input type="hidden" name="importId" value={importId} />
      <SubmitButton variant="danger">{t('discard')}</SubmitButton>
    </form>
  )
}

type ConfirmProps = {
  file: ImportView
  soundCount: number
  confirmImport: FormAction<{ waveId: string; isChanged: boolean }>
}
