import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { FilterChips } from '@/components/ui/filter-chips'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import {
  isEveryone,
  type PeopleFilter,
  type PeopleFlag,
  peopleFlags,
  peopleParams,
  withFlag,
} from '@/lib/domain/people-filter'
import type { PeopleChoices } from '@/lib/queries/people-choices'

/** Which people: ready-made filters to press, and a form for the rest. The address holds it all. */
export function PeopleFilterBar({ pathname, filter, choices }: Props) {
  const t = useTranslations('people')
  const flags = peopleFlags.filter((flag) => flag !== 'left' || filter.flags.includes(flag))
  return (
    <div className="mb-3 flex flex-col gap-1 print:hidden">
      {/* biome-ignore lint/a11y/useSemanticElements: <search> is not yet in all supported browsers */}
      <form
        action={pathname}
        role="search"
        aria-label={t('filter')}
        className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(12rem,2fr)_1fr_1fr_auto]"
      >
        <TextInput name="q" id="people-q" type="search" label={t('search')} defaultValue={filter.q} />
        <Choice name="site" label={t('site')} options={choices.sites} chosen={filter.site} />
        <Choice
          name="department"
          label={t('department')}
          options={choices.departments}
          chosen={filter.department}
        />
        {filter.flags.length > 0 && <input type="hidden" name="only" value={filter.flags.join(',')} />}
        <Button type="submit">{t('apply')}</Button>
      </form>
      <FilterChips
        label={t('filters')}
        chips={flags.map((flag: PeopleFlag) => ({
          key: flag,
          label: t(`flag_${flag}`),
          active: filter.flags.includes(flag),
          href: { pathname, query: peopleParams(withFlag(filter, flag)) },
        }))}
        clear={isEveryone(filter) ? undefined : { pathname }}
      />
    </div>
  )
}

function Choice({ name, label, options, chosen }: ChoiceProps) {
  const t = useTranslations('people')
  const all = chosen && !options.includes(chosen) ? [chosen, ...options] : options
  return (
    <Select
      name={name}
      id={`people-${name}`}
      label={label}
      empty={t('any')}
      defaultValue={chosen ?? ''}
      options={all.map((value) => ({ value, label: value }))}
    />
  )
}

type Props = { pathname: string; filter: PeopleFilter; choices: PeopleChoices }
type ChoiceProps = { name: string; label: string; options: string[]; chosen: string | null }
