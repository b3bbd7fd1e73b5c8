import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { Icon } from '@/components/ui/icon'
import { Messages } from '@/components/ui/messages'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { CallerView } from '@/lib/queries/caller'
import type { FormAction } from '@/lib/web/answer'

/** How old the reading is, and a button that has Microsoft read again. */
export function LookState({ caller, readNow }: { caller: CallerView; readNow: FormAction }) {
  const t = useTranslations('case')
  const message = useMessage()
  const { readAt, isWaiting, failure, retryAt } = caller.look
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <p role="status" className="text-ink-soft">
        {isWaiting && `${t('reading')} `}
        {failure && `${t('readFailed')} ${message(failure)} `}
        {failure && retryAt && t.rich('readAgainAt', { at: () => <Time at={retryAt} style="time" /> })}
        {!isWaiting && readAt && t.rich('readAt', { at: () => <Time at={readAt} style="second" /> })}
      </p>
      <Messages>
        <PlainForm
          action={readNow}
          variant="secondary"
          hidden={{ personId: caller.id }}
          refusal={message(caller.lookRefusal)}
          label={
            <>
              <Icon of={RefreshCw} />
              {t('readNow')}
            </>
          }
        />
      </Messages>
    </div>
  )
}
