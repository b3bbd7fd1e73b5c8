'use client'

import { useTranslations } from 'next-intl'
import { Details } from '@/components/ui/details'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { MessageCode } from '@/lib/i18n/messages'
import { useMessage } from '@/lib/i18n/use-message'
import type { FormAction } from '@/lib/web/answer'

/** What can be done with the whole wave. Each says first what it means, and needs no script for that. */
export function WaveActions({ waveId, state, memberCount, refusals, ...actions }: Props) {
  const t = useTranslations('wave')
  return (
    <div className="flex flex-col gap-2">
      {state === 'draft' && (
        <>
          <Confirmed
            waveId={waveId}
            action={actions.publishWave}
            refusal={refusals.publish}
            open={t('publishTitle')}
            hint={t('publishHint', { count: memberCount })}
            button={t('publish')}
            pending={t('publishing')}
            isOpen
          />
          <Confirmed
            waveId={waveId}
            action={actions.cancelWave}
            refusal={refusals.cancel}
            open={t('cancelTitle')}
            hint={t('cancelHint')}
            button={t('cancel')}
            isDanger
          />
        </>
      )}
      {state === 'running' && (
        <Confirmed
          waveId={waveId}
          action={actions.endWave}
          refusal={refusals.end}
          open={t('endTitle')}
          hint={t('endHint')}
          button={t('end')}
        />
      )}
    </div>
  )
}

function Confirmed({
  waveId,
  action,
  refusal,
  open,
  hint,
  button,
  pending,
  isDanger,
  isOpen,
}: ConfirmedProps) {
  const message = useMessage()
  const { run, problems } = useForm(action)
  return (
    <Details summary={open} open={isOpen === true || problems.length > 0}>
      <form action={run} className="flex flex-col items-start gap-3">
        <FormErrors errors={problems} />
        <p className="max-w-prose text-sm">{hint}</p>
        <input type="hidden" name="waveId" value={waveId} />
        <SubmitButton
          variant={isDanger ? 'danger' : 'primary'}
          refusal={message(refusal)}
          pendingLabel={pending}
        >
          {button}
        </SubmitButton>
      </form>
    </Details>
  )
}

type Props = {
  waveId: string
  state: string
  memberCount: number
  refusals: { publish: MessageCode | null; cancel: MessageCode | null; end: MessageCode | null }
  publishWave: FormAction
  cancelWave: FormAction
  endWave: FormAction
}

type ConfirmedProps = {
  waveId: string
  action: FormAction
  refusal: MessageCode | null
  open: string
  hint: string
  button: string
  pending?: string
  isDanger?: boolean
  isOpen?: boolean
}
