import { useTranslations } from 'next-intl'
import { UnfreezeForm } from '@/components/case/unfreeze-form'
import { PlainForm } from '@/components/desk/plain-form'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { freezeReasons } from '@/lib/domain/freeze'
import { useMessage } from '@/lib/i18n/use-message'
import type { CaseView } from '@/lib/queries/case-view'
import type { FormAction } from '@/lib/web/answer'

/** Whether the person's move stands still, and the button that changes it. Nothing where there is no move to stop. */
export function FreezePanel({ view, freeze, unfreeze }: Props) {
  const t = useTranslations('case')
  const message = useMessage()
  const { row, refusals } = view
  const why = freezeReasons.find((reason) => reason === view.freeze?.why)
  if (row.stage === 'closed' || (!view.freeze && refusals.freeze === 'swap_none_open')) return null
  return (
    <Panel title={t('freeze')}>
      <Messages namespaces={['case']}>
        <div className="flex max-w-prose flex-col gap-4">
          {view.freeze ? (
            <>
              <Notice tone="stop">
                {t.rich('frozenSince', { at: () => <Time at={view.freeze?.at ?? row.openedAt} /> })}{' '}
                {why && t(`frozen_${why}`)}
              </Notice>
              <p className="text-ink-soft">{t('unfreezeHint')}</p>
              <UnfreezeForm caseId={row.id} unfreeze={unfreeze} refusal={message(refusals.unfreeze)} />
            </>
          ) : (
            <>
              <p className="text-ink-soft">{t('freezeHint')}</p>
              <PlainForm
                action={freeze}
                variant="danger"
                hidden={{ caseId: row.id }}
                label={t('freezeButton')}
                refusal={message(refusals.freeze)}
              />
            </>
          )}
        </div>
      </Messages>
    </Panel>
  )
}

type Props = { view: CaseView; freeze: FormAction; unfreeze: FormAction }
