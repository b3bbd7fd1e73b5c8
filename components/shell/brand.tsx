import Link from 'next/link'
import { useTranslations } from 'next-intl'

/** The old phone dashed, the new one solid: the grammar of truth as a mark. */
export function Brand({ small }: { small?: boolean }) {
  const t = useTranslations('shell')
  return (
    <Link
      href="/"
      prefetch={false}
      className="inline-flex items-center gap-2 rounded font-semibold text-ink text-lg"
    >
      <svg viewBox="0 0 26 24" fill="none" aria-hidden="true" className="h-6 text-accent">
        <rect
          x="1"
          y="1"
          width="12"
          height="22"
          rx="3"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeDasharray="3 2.5"
        />
        <rect x="12" width="14" height="24" rx="3.5" fill="currentColor" />
      </svg>
      <span className={small ? 'max-sm:sr-only' : undefined}>{t('product')}</span>
    </Link>
  )
}
