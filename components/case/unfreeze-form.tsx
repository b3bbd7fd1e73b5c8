'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { unfreezeReasons } from '@/lib/domain/freeze'
import type { FormAction } from '@/lib/web/answer'

/** Lets a frozen move go on, and says why it can. */
export function UnfreezeForm({ caseId, unfreeze, refusal }: Props) {
  const t = useTranslations('case')
  const { run, error, value, problems } = useForm(unfreeze)
  return (
    <form action={run} className="flex max-w-column flex-col gap-4">
      <FormErrors errors={problems} />
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        key={value('reason')}
        label={t('unfreezeReason')}
        name="reason"
        id="unfreeze-reason"
        required
        empty={t('openCaseChoose')}
        defaultValue={value('reason')}
        error={error('reason')}
        options={unfreezeReasons.map((reason) => ({ value: reason, label: t(`unfreeze_${reason}`) }))}
      />
      <div>
        <SubmitButton variant="secondary" refusal={refusal}>
          {t('unfreezeButton')}
        </SubmitButton>
      </div>
    </form>
  )
}

type Props = { caseId: string; unfreeze: FormAction; refusal: string | null }
