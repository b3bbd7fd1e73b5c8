'use client'

import { useTranslations } from 'next-intl'
import { Details } from '@/components/ui/details'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { type WindowChoices, WindowFields } from '@/components/window/window-fields'
import type { FormAction } from '@/lib/web/answer'

/** One more time and place for a wave. */
export function AddWindow({ waveId, isFirst, addWindow, choices }: Props) {
  const t = useTranslations('window')
  const { run, error, value, problems } = useForm(addWindow)
  return (
    <Details summary={isFirst ? t('add') : t('addTitle')} open={isFirst || problems.length > 0}>
      <form action={run} className="flex max-w-prose flex-col gap-4">
        <FormErrors errors={problems} />
        <input type="hidden" name="waveId" value={waveId} />
        <WindowFields {...choices} error={error} value={value} />
        <div>
          <SubmitButton variant="secondary">{t('add')}</SubmitButton>
        </div>
      </form>
    </Details>
  )
}

type Props = { waveId: string; isFirst: boolean; addWindow: FormAction; choices: WindowChoices }
