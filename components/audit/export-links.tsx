import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { filterQuery } from '@/components/audit/filter-query'
import { buttonStyle } from '@/components/ui/button-style'
import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import type { TypedFilter } from '@/lib/queries/audit-filter'

/** The filtered list as a file. Plain links: a file is no page. */
export function ExportLinks({ typed }: { typed: TypedFilter }) {
  const t = useTranslations('audit')
  return (
    <Details summary={t('export')}>
      <p className="mb-2 max-w-prose text-ink-soft text-sm">{t('exportHint')}</p>
      <div className="flex flex-wrap gap-2">
        {(['csv', 'excel', 'jsonl'] as const).map((format) => (
          <a
            key={format}
            href={`/audit/export?${new URLSearchParams({ ...filterQuery(typed), format })}`}
            download
            className={buttonStyle({})}
          >
            <Icon of={Download} />
            {t(`export_${format}`)}
          </a>
        ))}
      </div>
    </Details>
  )
}
