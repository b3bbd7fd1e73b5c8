import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CallerTable } from '@/components/desk/caller-table'
import { FoundReference } from '@/components/reference/found-reference'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { TextInput } from '@/components/ui/text-input'
import type { CallerRow } from '@/lib/queries/callers'
import type { ReferenceView } from '@/lib/queries/references'

/** Finds out who is on the phone, by what the agent was told. */
export function CallerSearch({ typed, callers, reference, max }: Props) {
  const t = useTranslations('desk')
  const isTooMany = callers.length > max
  return (
    <>
      <PageHeader title={t('searchTitle')} lead={t('searchLead')} />
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not yet in all supported browsers */}
      <form action="/desk/people" role="search" aria-label={t('searchTitle')} className="mb-6 max-w-column">
        <TextInput
          label={t('searchLabel')}
          hint={t('searchHint')}
          name="q"
          id="caller"
          type="search"
          defaultValue={typed}
          autoComplete="off"
        />
        <div className="mt-3">
          <Button type="submit" variant="primary">
            <Icon of={Search} />
            {t('searchButton')}
          </Button>
        </div>
      </form>
      {reference && <FoundReference reference={reference} />}
      {typed && (
        <div className="flex flex-col gap-3">
          <p role="status" className="text-ink-soft">
            {isTooMany ? t('foundMore', { max }) : t('found', { count: callers.length })}
          </p>
          {callers.length === 0 ? (
            <EmptyState title={t('nobodyFound')}>{t('nobodyFoundHint')}</EmptyState>
          ) : (
            <CallerTable callers={callers.slice(0, max)} />
          )}
        </div>
      )}
    </>
  )
}

type Props = {
  typed: string
  callers: CallerRow[]
  /** What was typed is a reference from the page for the locked-out. */
  reference: ReferenceView | null
  /** More than so many are not shown. */
  max: number
}
