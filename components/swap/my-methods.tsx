import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Refresh } from '@/components/swap/refresh'
import { Known } from '@/components/truth/known'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { LookView } from '@/lib/queries/look'
import type { MyMethodView } from '@/lib/queries/my-methods'

/** What Microsoft shows for this person, and when it did. */
export function MyMethods({ methods, look, lookAgain }: Props) {
  const t = useTranslations('devices')
  const nameOf = useMethodName()
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {methods.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <ul className="flex flex-col gap-3">
        {methods.map((method) => (
          <li key={method.id} className="flex flex-col gap-2 rounded border border-line bg-surface px-4 py-3">
            <span className="font-semibold">{nameOf(method)}</span>
            {method.isDefault && <span className="text-ink-soft text-sm">{t('isDefault')}</span>}
            <span>
              <Known how="seen" at={method.lastSeenAt} evidence={{ source: t('source') }} />
            </span>
          </li>
        ))}
      </ul>
      <form action={lookAgain} className="flex flex-col gap-2">
        <LookLine look={look} />
        <Button type="submit" variant="secondary">
          {t('look')}
        </Button>
      </form>
      <p className="text-ink-soft text-sm">{t('backup')}</p>
    </div>
  )
}

/** An answer takes a moment: the list must not look as if the button did nothing. */
function LookLine({ look: { isWaiting, failure, readAt } }: Pick<Props, 'look'>) {
  const t = useTranslations('devices')
  const message = useMessage()
  return (
    <p role="status" className="text-ink-soft text-sm">
      {failure && `${message(failure)} `}
      {isWaiting && t('asking')}
      {!isWaiting &&
        !failure &&
        readAt &&
        t.rich('askedAt', { at: () => <Time at={readAt} style="second" /> })}
      {isWaiting && <Refresh />}
    </p>
  )
}

type Props = { methods: MyMethodView[]; look: LookView; lookAgain: () => Promise<void> }
