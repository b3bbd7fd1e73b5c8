'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import { caseReasons } from '@/lib/domain/case'
import type { FormAction } from '@/lib/web/answer'

/** Opens a case for the caller. */
export function OpenCaseForm({ personId, openCase, refusal }: Props) {
  const t = useTranslations('case')
  const reference = useTranslations('reference')
  const { run, error, value, problems } = useForm(openCase)
  return (
    <form action={run} className="flex max-w-column flex-col gap-4">
      <FormErrors errors={problems} />
      <input type="hidden" name="personId" value={personId} />
      <Select
        key={value('reason')}
        label={t('openCaseReason')}
        name="reason"
        required
        empty={t('openCaseChoose')}
        defaultValue={value('reason')}
        error={error('reason')}
        options={caseReasons.map((reason) => ({ value: reason, label: t(`reason_${reason}`) }))}
      />
      <TextInput
        label={t('ticket')}
        hint={t('ticketHint')}
        name="ticket"
        optional
        maxLength={40}
        autoComplete="off"
        defaultValue={value('ticket')}
        error={error('ticket')}
      />
      <TextInput
        label={reference('label')}
        hint={reference('hint')}
        name="reference"
        optional
        maxLength={40}
        autoComplete="off"
        defaultValue={value('reference')}
        error={error('reference')}
      />
      <div>
        <SubmitButton refusal={refusal}>{t('openButton')}</SubmitButton>
      </div>
    </form>
  )
}

type Props = { personId: string; openCase: FormAction<string>; refusal: string | null }
