'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { endReasons } from '@/lib/domain/verification'
import type { FormAction } from '@/lib/web/answer'

/** Ends a verification without a pass: the agent need not argue. */
export function EndForm({ verificationId, end, refusal }: Props) {
  const t = useTranslations('verification')
  const { run, error, value, problems } = useForm(end)
  return (
    <form action={run} className="flex max-w-column flex-col gap-4 py-2">
      <FormErrors errors={problems} />
      <p className="text-ink-soft text-sm">{t('endHint')}</p>
      <input type="hidden" name="verificationId" value={verificationId} />
      <RadioGroup
        label={t('outcome')}
        name="outcome"
        required
        defaultValue={value('outcome')}
        error={error('outcome')}
        choices={(['refused', 'failed'] as const).map((outcome) => ({
          value: outcome,
          label: t(`outcome_${outcome}`),
          hint: t(`outcome_${outcome}Hint`),
        }))}
      />
      <Select
        key={value('reason')}
        label={t('reason')}
        name="reason"
        id="end-reason"
        required
        empty={t('reasonChoose')}
        defaultValue={value('reason')}
        error={error('reason')}
        options={endReasons.map((reason) => ({ value: reason, label: t(`reason_${reason}`) }))}
      />
      <div>
        <SubmitButton variant="danger" refusal={refusal}>
          {t('endButton')}
        </SubmitButton>
      </div>
    </form>
  )
}

type Props = { verificationId: string; end: FormAction; refusal: string | null }
