'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { type Choice, RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** From which device to which. With one that holds a backup there is no question where it comes from. */
export function StartForm({ froms, tos, from, startMove }: Props) {
  const t = useTranslations('primary')
  const { run, error, value, problems } = useForm(startMove)
  const [only, another] = froms
  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      {only && !another ? (
        <input type="hidden" name="fromId" value={only.value} />
      ) : (
        <RadioGroup
          name="fromId"
          label={t('from')}
          choices={froms}
          defaultValue={value('fromId', from)}
          error={error('fromId')}
        />
      )}
      <RadioGroup
        name="toId"
        label={t('to')}
        choices={tos}
        defaultValue={value('toId')}
        error={error('toId')}
      />
      <SubmitButton wide>{t('start')}</SubmitButton>
    </form>
  )
}

type Props = { froms: Choice[]; tos: Choice[]; from: string; startMove: FormAction }
