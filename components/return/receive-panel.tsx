import { useTranslations } from 'next-intl'
import { Received } from '@/components/return/made'
import { Signature } from '@/components/return/signature'
import { Known } from '@/components/truth/known'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { PlainForm } from '@/components/ui/plain-form'
import type { ReturnView } from '@/lib/queries/returns'
import type { FormAction } from '@/lib/web/answer'

/** What became of somebody's old phone, for whoever takes it in. */
export function ReceivePanel({
  name,
  view,
  receive,
}: {
  name: string
  view: ReturnView
  receive: FormAction
}) {
  const t = useTranslations('return')
  const isHandedIn = view.way === 'handed_in'
  return (
    <Panel title={t('staffTitle')}>
      <div className="flex flex-col gap-3">
        {view.isContradicted && (
          <Notice tone="stop" title={t('contradicted')}>
            {t('contradictedHint')}
          </Notice>
        )}
        <p className="flex flex-wrap items-center gap-2">
          <span>{t(isHandedIn ? 'staffHanded' : 'staffKept')}</span>
          {view.isContradicted ? (
            <Known how="contradicted" reason={t('contradictedReason')} />
          ) : (
            <Known how="attested" by={{ name }} at={view.signedAt} />
          )}
        </p>
        {view.signedName && <p>{t('signedBy', { name: view.signedName })}</p>}
        {view.ink && <Signature ink={view.ink} />}
        <p className="text-ink-soft text-sm">{t('staffWave', { name: view.waveName })}</p>
        {isHandedIn && <Received received={view.received} />}
        {view.refusal === null && (
          <Messages>
            <p className="text-sm">{t('staffReceiveHint')}</p>
            <PlainForm action={receive} label={t('staffReceive')} hidden={{ swapId: view.swapId }} />
          </Messages>
        )}
      </div>
    </Panel>
  )
}
