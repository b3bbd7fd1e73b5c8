'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { useForm } from '@/components/ui/use-form'
import type { CloseReason } from '@/lib/domain/swap'
import { useMessage } from '@/lib/i18n/use-message'
import type { FormAction } from '@/lib/web/answer'

/** Why a move is closed. The reason goes into the log, the words apart from it. */
export function CloseSwap({ swapId, closable, closeSwap }: Props) {
  const t = useTranslations('wave')
  const message = useMessage()
  const { run, error, value, problems } = useForm(closeSwap)
  return (
    <form action={run} className="flex max-w-prose flex-col gap-5">
      <FormErrors errors={problems} />
      <input type="hidden" name="swapId" value={swapId} />
      <RadioGroup
        name="reason"
        label={t('reason')}
        error={error('reason')}
        key={value('reason')}
        defaultValue={value('reason')}
        choices={choices.map((reason) => ({
          value: reason,
          label: t(`closedWhy.${reason}`),
          refusal: closable.includes(reason) ? null : message('swap_not_safe'),
        }))}
      />
      <Textarea
        name="words"
        label={t('words')}
        hint={t('wordsHint')}
        defaultValue={value('words')}
        error={error('words')}
        maxLength={300}
        optional
      />
      <div>
        <SubmitButton variant="danger">{t('close')}</SubmitButton>
      </div>
    </form>
  )
}

/** What needs a reason first; that it is done, the gate says. */
const choices: readonly CloseReason[] = ['left_company', 'phone_destroyed', 'cancelled', 'done']

type Props = { swapId: string; closable: readonly CloseReason[]; closeSwap: FormAction }
