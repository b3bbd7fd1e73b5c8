'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { OthersCount } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

/** Nothing is left on the old phone, said by the person. */
export function OthersForm({ counted, shown, attestOthersChecked }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(attestOthersChecked)
  const counts = Object.fromEntries(Object.entries(counted).map(([kind, count]) => [kind, String(count)]))
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={problems} />
      <HiddenFields fields={{ ...shown, ...counts }} />
      <Checkbox
        name="isEveryOneMoved"
        value="yes"
        label={t('othersMoved')}
        defaultChecked={value('isEveryOneMoved') === 'yes'}
        error={error('isEveryOneMoved')}
      />
      <SubmitButton wide>{t('othersDone')}</SubmitButton>
    </form>
  )
}

type Props = { counted: OthersCount; shown: ShownFields; attestOthersChecked: FormAction }
