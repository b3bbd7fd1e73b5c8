import { useTranslations } from 'next-intl'
import { Field, inputStyle } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { MessageCode } from '@/lib/i18n/messages'
import { useMessage } from '@/lib/i18n/use-message'

/** A file to be checked. A plain form: the browser goes where the answer is. */
export function UploadForm({ waveId, problem }: { waveId: string; problem: MessageCode | null }) {
  const t = useTranslations('import')
  const message = useMessage()
  return (
    <form
      method="post"
      action={`/api/plan/imports?wave=${waveId}`}
      encType="multipart/form-data"
      className="flex flex-col items-start gap-4"
    >
      <Field
        name="file"
        label={t('file')}
        hint={t('fileHint')}
        error={message(problem)}
        control={(aria) => (
          <input
            {...aria}
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            className={`${inputStyle} file:mr-3 file:rounded file:border file:border-line-strong file:bg-surface file:px-2 file:py-0.5 file:text-ink`}
          />
        )}
      />
      <SubmitButton>{t('upload')}</SubmitButton>
    </form>
  )
}
