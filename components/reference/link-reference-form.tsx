'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** Puts the reference a caller reads out to their case. */
export function LinkReferenceForm({ caseId, link, refusal }: Props) {
  const t = useTranslations('reference')
  const { run, error, value, problems } = useForm(link)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <input type="hidden" name="caseId" value={caseId} />
      <TextInput
        label={t('label')}
        hint={t('hint')}
        name="reference"
        autoComplete="off"
        maxLength={40}
        defaultValue={value('reference')}
        error={error('reference')}
      />
      <div>
        <SubmitButton variant="secondary" refusal={refusal}>
          {t('linkButton')}
        </SubmitButton>
      </div>
    </form>
  )
}

type Props = { caseId: string; link: FormAction; refusal: string | null }
