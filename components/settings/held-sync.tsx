import { useTranslations } from 'next-intl'
import type { SyncActions } from '@/components/settings/sync-board'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import type { SyncView } from '@/lib/queries/sync'

/** So many are missing that a person decides: gone, or a mistake. */
export function HeldSync({ run: { id, leftCount }, actions }: Props) {
  const t = useTranslations('settings.sync')
  return (
    <Notice tone="wait" title={t('heldTitle', { count: leftCount })}>
      <p>{t('heldBody')}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <PlainForm action={actions.reject} hidden={{ runId: id }} label={t('reject')} />
        <PlainForm
          action={actions.confirm}
          hidden={{ runId: id }}
          variant="danger"
          label={t('confirm', { count: leftCount })}
        />
      </div>
    </Notice>
  )
}

type Props = { run: NonNullable<SyncView['run']>; actions: Pick<SyncActions, 'confirm' | 'reject'> }
