'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The note still fits the text of today. */
export function ConfirmNoteForm({ step, current, off, confirmNote }: Props) {
  const t = useTranslations('guides')
  const { run, problems } = useForm(confirmNote)
  return (
    <form action={run} className="flex flex-col items-start gap-2">
      <FormErrors errors={problems} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="editions" value={current.join(' ')} />
      <SubmitButton variant="secondary" refusal={off}>
        {t('confirm')}
      </SubmitButton>
    </form>
  )
}

type Props = { step: string; current: string[]; off: string | null; confirmNote: FormAction }
