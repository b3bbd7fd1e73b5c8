'use client'

import { useTranslations } from 'next-intl'
import { GivenReference } from '@/components/reference/given-reference'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

const problems = ['lost', 'stolen', 'broken', 'deleted_app', 'new_phone_fails', 'other'] as const

/** What happened, and a number to say on the phone. There is no field for who somebody is. */
export function ReferenceForm({ giveReference, problem, topic, language }: Props) {
  const t = useTranslations('reference')
  const { run, error, value, problems: wrong, done } = useForm(giveReference)
  if (done) return <GivenReference given={done} />
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={wrong} />
      <input type="hidden" name="topic" value={topic} />
      <input type="hidden" name="language" value={language} />
      <RadioGroup
        key={value('problem', problem)}
        label={t('problem')}
        name="problem"
        required
        defaultValue={value('problem', problem)}
        error={error('problem')}
        choices={problems.map((one) => ({ value: one, label: t(`problem_${one}`) }))}
      />
      <SubmitButton wide>{t('button')}</SubmitButton>
    </form>
  )
}

type Props = {
  giveReference: FormAction<{ code: string; expiresAt: string }>
  /** What the help that is open is about; empty where none is. */
  problem: string
  topic: string
  language: string
}
