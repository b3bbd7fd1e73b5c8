'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { CaseTable } from '@/components/desk/case-table'
import { fetchView } from '@/components/desk/fetch-view'
import { QueryProvider } from '@/components/desk/query-provider'
import { Notice } from '@/components/ui/notice'
import { useTime } from '@/lib/i18n/use-time'
import type { CasePage } from '@/lib/queries/cases'

const everyMs = 5_000

/** The first page of open cases, kept up by itself. Without script it is the table as the page came. */
export function CaseQueue({ initial }: { initial: CasePage }) {
  return (
    <QueryProvider>
      <Live initial={initial} />
    </QueryProvider>
  )
}

function Live({ initial }: { initial: CasePage }) {
  const t = useTranslations('desk')
  const { time } = useTime()
  const { data, isError, dataUpdatedAt } = useQuery({
    queryKey: ['desk', 'cases'],
    queryFn: ({ signal }) => fetchView<CasePage>('/api/desk/cases', signal),
    refetchInterval: everyMs,
    initialData: initial,
  })
  return (
    <div className="flex flex-col gap-4">
      {isError && (
        <Notice tone="wait" announce>
          {t('stale', { at: time(new Date(dataUpdatedAt).toISOString(), 'second') })}
        </Notice>
      )}
      <CaseTable which="open" rows={data.cases} />
    </div>
  )
}
