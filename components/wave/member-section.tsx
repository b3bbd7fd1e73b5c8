import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { inputStyle } from '@/components/ui/field'
import { FilterChips } from '@/components/ui/filter-chips'
import { Pagination } from '@/components/ui/pagination'
import { MemberTable } from '@/components/wave/member-table'
import { useSwapWord } from '@/components/wave/swap-badge'
import { swapStates } from '@/lib/domain/swap'
import type { MemberFilter, MemberPage } from '@/lib/queries/members'
import type { WaveView } from '@/lib/queries/wave'

/** The people of a wave, to be narrowed by state, by missing seat, by name. The address holds it. */
export function MemberSection({ wave, page, filter, canPlan }: Props) {
  const t = useTranslations('wave')
  const word = useSwapWord()
  const pathname = `/plan/waves/${wave.id}`
  const isFiltered = Boolean(filter.state || filter.seat || filter.q)
  const with_ = (change: Partial<MemberFilter>) => ({ pathname, query: queryOf({ ...filter, ...change }) })
  const chips = swapStates
    .filter((state) => (wave.counts[state] ?? 0) > 0 || state === filter.state)
    .map((state) => ({
      key: state as string,
      label: word(state),
      count: wave.counts[state] ?? 0,
      active: filter.state === state,
      href: with_({ state: filter.state === state ? null : state }),
    }))
  if (wave.seatlessCount > 0 || filter.seat) {
    chips.push({
      key: 'seatless',
      label: t('seatless'),
      count: wave.seatlessCount,
      active: filter.seat !== null,
      href: with_({ seat: filter.seat ? null : 'none' }),
    })
  }
  return (
    <section aria-labelledby="members" className="flex flex-col gap-1">
      <h2 id="members" className="text-lg">
        {t('members')}
      </h2>
      {(wave.memberCount > 0 || isFiltered) && (
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <FilterChips
            label={t('filterStates')}
            chips={chips}
            clear={isFiltered ? { pathname } : undefined}
          />
          <FindMember pathname={pathname} filter={filter} />
        </div>
      )}
      <MemberTable members={page.members} isPlanner={canPlan} isFiltered={isFiltered} />
      <Pagination
        previous={page.previous ? { pathname, query: { ...queryOf(filter), before: page.previous } } : null}
        next={page.next ? { pathname, query: { ...queryOf(filter), after: page.next } } : null}
      />
    </section>
  )
}

function FindMember({ pathname, filter }: { pathname: string; filter: MemberFilter }) {
  const t = useTranslations('wave')
  const p = useTranslations('people')
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet in all supported browsers
    <form
      action={pathname}
      role="search"
      aria-label={t('findMember')}
      className="flex max-w-full items-center gap-2 py-2"
    >
      {filter.state && <input type="hidden" name="state" value={filter.state} />}
      {filter.seat && <input type="hidden" name="seat" value={filter.seat} />}
      <input
        type="search"
        name="q"
        aria-label={t('findMember')}
        placeholder={t('findMember')}
        defaultValue={filter.q}
        className={`${inputStyle} min-w-0 sm:w-56!`}
      />
      <Button type="submit">{p('apply')}</Button>
    </form>
  )
}

function queryOf({ state, seat, q }: MemberFilter): Record<string, string> {
  return { ...(state && { state }), ...(seat && { seat }), ...(q && { q }) }
}

type Props = { wave: WaveView; page: MemberPage; filter: MemberFilter; canPlan: boolean }
