'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TimeRange } from '@/components/ui/time-range'
import { useForm } from '@/components/ui/use-form'
import type { ChoiceView } from '@/lib/queries/booking'
import type { FormAction } from '@/lib/web/answer'

/** The windows of one's wave, by time. What is full is shown, so that nobody wonders, and cannot be chosen. */
export function SlotForm({ choices, isMoving, bookSlot }: Props) {
  const t = useTranslations('booking')
  const { run, error, value, problems } = useForm(bookSlot)
  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      <RadioGroup
        name="windowId"
        label={t('slots')}
        choices={choices.map((choice) => ({
          value: choice.windowId,
          label: (
            <>
              <TimeRange from={choice.startsAt} to={choice.endsAt} zone={choice.timeZone} />,{' '}
              {choice.isAtHome ? t('atHome') : choice.site}
            </>
          ),
          hint: t('seats', { count: choice.free }),
          refusal: choice.refusal && t('full'),
        }))}
        defaultValue={value('windowId')}
        error={error('windowId')}
      />
      <SubmitButton wide>{t(isMoving ? 'moveButton' : 'chooseButton')}</SubmitButton>
    </form>
  )
}

type Props = { choices: ChoiceView[]; isMoving: boolean; bookSlot: FormAction }
