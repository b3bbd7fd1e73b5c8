import { useTranslations } from 'next-intl'
import { type How, howIcon, howStyle, weakerStyle } from '@/components/truth/how'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'

/** The move in one figure: a path of stones, each drawn as what is known of it. What is to come is a dotted dot. */
export function Path({ label, stones }: { label: string; stones: Stone[] }) {
  const t = useTranslations('truth')
  const here = stones.findIndex(({ current }) => current)
  return (
    <figure className="flex w-full flex-col gap-3">
      <ol aria-label={label} className="flex items-center">
        {stones.map((stone, index) => (
          <li
            key={stone.key}
            aria-current={stone.current ? 'step' : undefined}
            className="flex flex-1 items-center before:flex-1 before:border-line-strong before:border-t first:flex-none first:before:hidden"
          >
            <span className={stoneStyle(stone)}>
              {stone.how && <Icon of={howIcon[stone.how]} className="size-4" />}
              {stone.current && !stone.how && (
                <span aria-hidden="true" className="tabular font-semibold text-sm">
                  {index + 1}
                </span>
              )}
            </span>
            <span className="sr-only">
              {stone.label}:{' '}
              {stone.current
                ? t('stepNow')
                : stone.how
                  ? t(stone.weaker ? 'step_weaker' : `step_${stone.how}`)
                  : t('stepLater')}
            </span>
          </li>
        ))}
      </ol>
      {here >= 0 && (
        <figcaption className="text-ink-soft text-sm">
          {t('stepOf', { step: here + 1, total: stones.length, name: stones[here]?.label ?? '' })}
        </figcaption>
      )}
    </figure>
  )
}

function stoneStyle({ how, weaker, current }: Stone): string {
  return classNames(
    'flex shrink-0 items-center justify-center rounded-full border',
    current ? 'size-9 outline-2 outline-accent outline-offset-2' : how ? 'size-7' : 'size-4',
    how
      ? weaker
        ? weakerStyle
        : howStyle[how]
      : current
        ? 'border-2 border-accent text-accent'
        : 'border-dotted border-ink-soft',
  )
}

export type Stone = {
  key: string
  label: string
  /** How its outcome is known; null while it lies ahead. */
  how: How | null
  /** A proof with a reason why it is not the strongest. */
  weaker?: boolean
  current?: boolean
}
