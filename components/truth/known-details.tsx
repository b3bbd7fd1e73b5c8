import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { How } from '@/components/truth/how'
import { Time } from '@/components/ui/time'

/** Where a statement comes from. */
export type Evidence = {
  /** Who or what told us: a person, an endpoint, a sign-in. */
  source?: ReactNode
  /** Microsoft's request id. */
  requestId?: string | null | undefined
  /** The edition of the guide that was on the screen. */
  edition?: string | null | undefined
}

/** What a press on a `<Known>` shows. Spans only: it may stand inside a paragraph. */
export function KnownDetails({ how, at, zone, evidence = {}, weaker }: Props) {
  const t = useTranslations('truth')
  const { source, requestId, edition } = evidence
  return (
    <span className="flex flex-col gap-2">
      <span>{t(`how_${how}`)}</span>
      {weaker && <Fact label={t('why')}>{weaker}</Fact>}
      {source && <Fact label={t('source')}>{source}</Fact>}
      {at && (
        <Fact label={t('when')}>
          <Time at={at} style="second" {...(zone && { zone })} />
        </Fact>
      )}
      {requestId && (
        <Fact label={t('requestId')}>
          <code className="break-all">{requestId}</code>
        </Fact>
      )}
      {edition && <Fact label={t('edition')}>{edition}</Fact>}
    </span>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <span className="flex flex-col border-line border-t pt-1.5">
      <span className="text-ink-soft text-xs">{label}</span>
      <span>{children}</span>
    </span>
  )
}

type Props = {
  how: How
  at?: string | null | undefined
  zone?: string | undefined
  evidence?: Evidence | undefined
  weaker?: string | undefined
}
