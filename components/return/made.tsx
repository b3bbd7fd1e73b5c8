import { useTranslations } from 'next-intl'
import { Signature } from '@/components/return/signature'
import { Known } from '@/components/truth/known'
import { Notice } from '@/components/ui/notice'
import type { MyReturnView } from '@/lib/queries/my-return'

type Made = NonNullable<MyReturnView['made']>

/** What became of one's old phone, and how that is known. */
export function ReturnMade({ made, isContradicted }: { made: Made; isContradicted: boolean }) {
  const t = useTranslations('return')
  const isHandedIn = made.way === 'handed_in'
  return (
    <div className="flex flex-col gap-4">
      {isContradicted && (
        <Notice tone="stop" title={t('contradicted')}>
          {t('contradictedHint')}
        </Notice>
      )}
      <div className="flex flex-col items-start gap-2">
        <p className="font-semibold">{t(isHandedIn ? 'madeHanded' : 'madeKept')}</p>
        <Attested made={made} isContradicted={isContradicted} />
        {made.signedName && <p>{t('signedBy', { name: made.signedName })}</p>}
        {made.ink && <Signature ink={made.ink} />}
      </div>
      {isHandedIn && <Received received={made.received} />}
    </div>
  )
}

function Attested({ made, isContradicted }: { made: Made; isContradicted: boolean }) {
  const t = useTranslations('return')
  if (isContradicted) return <Known how="contradicted" reason={t('contradictedReason')} />
  return <Known how="attested" by="you" at={made.signedAt} />
}

/** What somebody else says about it, in their own session. */
export function Received({ received }: { received: Made['received'] }) {
  const t = useTranslations('return')
  if (!received) return <p className="text-ink-soft">{t('notReceived')}</p>
  return (
    <p className="flex flex-wrap items-center gap-2">
      <span>{t('receivedBy', { name: received.by })}</span>
      <Known how="attested" by={{ name: received.by }} at={received.at} />
    </p>
  )
}
