import { useTranslations } from 'next-intl'
import { howIcon, howStyle, hows } from '@/components/truth/how'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** How to read the outlines, for the help pages and beneath prints. */
export function Legend() {
  const t = useTranslations('truth')
  return (
    <dl className="grid gap-x-4 gap-y-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {hows.map((how) => (
        <div key={how} className="grid gap-1 sm:col-span-2 sm:grid-cols-subgrid">
          <dt>
            <span
              className={classNames(
                'inline-flex items-center gap-1.5 rounded border px-2 py-px text-sm',
                howStyle[how],
              )}
            >
              <Icon of={howIcon[how]} />
              {t(`step_${how}`)}
            </span>
          </dt>
          <dd className="text-ink-soft text-sm">{t(`how_${how}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
