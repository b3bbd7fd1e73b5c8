'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { caseOutcomes } from '@/lib/domain/case'
import type { FormAction } from '@/lib/web/answer'

/** Ends the case, and says how it ended. */
export function CloseForm({ caseId, close, refusal }: Props) {
  const t = useTranslations('case')
  const { run, error, value, problems } = useForm(close)
  return (
    <form action={run} className="flex max-w-column flex-col gap-4">
      <FormErrors errors={problems} />
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        key={value('outcome')}
        label={t('closeOutcome')}
        name="outcome"
        id="close-outcome"
        required
        empty={t('openCaseChoose')}
        defaultValue={value('outcome')}
        error={error('outcome')}
        options={caseOutcomes.map((outcome) => ({ value: outcome, label: t(`outcome_${outcome}`) }))}
      />
      <div>
        <SubmitButton variant="secondary" refusal={refusal}>
          {t('closeButton')}
        </SubmitButton>
      </div>
    </form>
  )
}

type Props = { caseId: string; close: FormAction; refusal: string | null }
