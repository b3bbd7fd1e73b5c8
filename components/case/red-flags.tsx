import { Flag } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { RedFlag } from '@/lib/domain/case-flags'

/** What should make an agent look twice. */
export function RedFlags({ flags }: { flags: RedFlag[] }) {
  const t = useTranslations('case')
  if (flags.length === 0) return null
  return (
    <ul aria-label={t('flags')} className="mb-5 flex flex-wrap gap-2">
      {flags.map((flag) => (
        <li key={flag}>
          <Badge tone="stop" icon={Flag}>
            {t(`flag_${flag}`)}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
