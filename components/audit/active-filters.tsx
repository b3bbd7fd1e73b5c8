import { useTranslations } from 'next-intl'
import { filterQuery, isFiltered } from '@/components/audit/filter-query'
import { sentenceKey } from '@/components/audit/sentence-key'
import { FilterChips } from '@/components/ui/filter-chips'
import { findGroup, isAuditType } from '@/lib/domain/audit-groups'
import { useTime } from '@/lib/i18n/use-time'
import type { Match, ReadFilter, TypedFilter } from '@/lib/queries/audit-filter'

/** The filters that are on, each to be taken off by itself. Nothing while none is. */
export function ActiveFilters({ read }: { read: Omit<ReadFilter, 'filter'> }) {
  const t = useTranslations('audit')
  const labels = useLabels(read)
  const { typed } = read
  if (!isFiltered(typed)) return null
  const chips = (Object.keys(labels) as (keyof typeof labels)[])
    .filter((name) => typed[name] !== '')
    .map((name) => ({
      key: name,
      label: labels[name],
      href: { pathname: '/audit', query: filterQuery(typed, { [name]: '' }) },
      active: true,
    }))
  return <FilterChips label={t('filters')} chips={chips} clear="/audit" />
}

function useLabels({ typed, actor, subject, at }: Omit<ReadFilter, 'filter'>) {
  const t = useTranslations('audit')
  const group = findGroup(typed.type)
  const { time } = useTime(typed.zone)
  const labels: Record<Exclude<keyof TypedFilter, 'zone'>, string> = {
    type: isAuditType(typed.type)
      ? t(`types.${sentenceKey(typed.type)}`)
      : group
        ? t(`groups.${group.name}`)
        : '',
    actor: t('whoChip', { name: namesIn(actor, typed.actor) }),
    subject: t('whomChip', { name: namesIn(subject, typed.subject) }),
    known: typed.known && t(`knownHow.${typed.known}`),
    outcome: typed.outcome && t(`outcomes.${typed.outcome}`),
    from: t('fromChip', { at: at.from ? time(at.from, 'moment') : typed.from }),
    until: t('untilChip', { at: at.until ? time(at.until, 'moment') : typed.until }),
  }
  return labels
}

/** The one who matches, else what was typed. */
function namesIn(match: Match | null, typed: string): string {
  const [first, ...others] = match?.people ?? []
  return first && others.length === 0 ? first.name : typed
}
