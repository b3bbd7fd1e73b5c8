import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Href } from '@/components/ui/href'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'

/** Back and forth through a long list, by key. `shown` says what is in sight: "51 to 100 of 2,304". */
export function Pagination({ previous, next, shown }: Props) {
  const t = useTranslations('ui')
  if (!previous && !next && !shown) return null
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-3 py-3 print:hidden"
    >
      <p className="tabular text-ink-soft text-sm">{shown}</p>
      <div className="flex flex-wrap gap-2">
        {previous && (
          <LinkButton href={previous}>
            <Icon of={ArrowLeft} />
            {t('previous')}
          </LinkButton>
        )}
        {next && (
          <LinkButton href={next}>
            {t('next')}
            <Icon of={ArrowRight} />
          </LinkButton>
        )}
      </div>
    </nav>
  )
}

type Props = { previous?: Href | null | undefined; next?: Href | null | undefined; shown?: ReactNode }
