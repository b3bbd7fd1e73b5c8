import { useTranslations } from 'next-intl'
import { TypeSelect } from '@/components/audit/type-select'
import { Button } from '@/components/ui/button'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { Details } from '@/components/ui/details'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { outcomes } from '@/lib/domain/audit-leaf'
import { knownHow } from '@/lib/domain/known'
import type { Match, ReadFilter } from '@/lib/queries/audit-filter'

/** What to narrow the list to. A plain form: the filter is in the URL and works without a script. */
export function EventFilter({ read, open }: { read: Omit<ReadFilter, 'filter'>; open: boolean }) {
  const t = useTranslations('audit')
  const { typed, local, problems } = read
  return (
    <Details summary={t('filter')} open={open}>
      <form action="/audit" className="grid max-w-page gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        <TypeSelect chosen={typed.type} />
        <TextInput
          label={t('who')}
          name="actor"
          type="search"
          hint={t('whoHint')}
          defaultValue={typed.actor}
          error={useMatchProblem(typed.actor, read.actor)}
        />
        <TextInput
          label={t('whom')}
          name="subject"
          type="search"
          hint={t('whoHint')}
          defaultValue={typed.subject}
          error={useMatchProblem(typed.subject, read.subject)}
        />
        <Select
          label={t('known')}
          name="known"
          empty={t('anyWay')}
          defaultValue={typed.known}
          options={knownHow.map((value) => ({ value, label: t(`knownHow.${value}`) }))}
        />
        <Select
          label={t('outcome')}
          name="outcome"
          empty={t('anyOutcome')}
          defaultValue={typed.outcome}
          options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        />
        <div className="hidden lg:block" />
        <DateTimeInput
          label={t('from')}
          name="from"
          zone={typed.zone}
          defaultValue={local.from}
          error={problems.from && t(`time.${problems.from}`)}
        />
        <DateTimeInput
          label={t('until')}
          name="until"
          zone={typed.zone}
          defaultValue={local.until}
          error={problems.until && t(`time.${problems.until}`)}
        />
        <input type="hidden" name="zone" value={typed.zone} />
        <div className="flex items-end">
          <Button type="submit" variant="primary">
            {t('show')}
          </Button>
        </div>
      </form>
    </Details>
  )
}

function useMatchProblem(typed: string, match: Match | null): string | null {
  const t = useTranslations('audit')
  if (match?.tooMany) return t('tooMany', { typed })
  return match?.people.length === 0 ? t('nobody', { typed }) : null
}
