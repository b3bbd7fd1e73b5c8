import { useTranslations } from 'next-intl'
import type { How } from '@/components/truth/how'
import { Path } from '@/components/truth/path'
import { type Stone, stoneOf, stones } from '@/lib/domain/step'
import type { MySwapView } from '@/lib/queries/my-swap'

/** The move as six stones, each drawn as what is known of it. */
export function MovePath({ swap }: { swap: MySwapView }) {
  const t = useTranslations('swap')
  const here = swap.isSafe ? null : stoneOf[swap.step]
  return (
    <Path
      label={t('path')}
      stones={stones.map((stone) => ({
        key: stone,
        label: t(`stone_${stone}`),
        how: howOf(stone, swap),
        current: stone === here,
      }))}
    />
  )
}

function howOf(stone: Stone, { levels, isSafe }: MySwapView): How | null {
  if (stone === 'safe') return isSafe ? 'proved' : null
  const level = levels.find((one) => one.level === stone)
  if (!level?.reachedAt) return null
  if (level.known === 'declared') return 'attested'
  return level.known === 'weaker' ? 'proved' : level.known
}
