import { useTranslations } from 'next-intl'
import { inkSize } from '@/lib/domain/ink'

/** A signature as it was drawn. */
export function Signature({ ink }: { ink: string }) {
  const t = useTranslations('return')
  return (
    <svg
      role="img"
      aria-label={t('signature')}
      viewBox={`0 0 ${inkSize.width} ${inkSize.height}`}
      className="h-16 w-auto max-w-full self-start rounded border border-line bg-surface"
    >
      <path d={ink} fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" />
    </svg>
  )
}
