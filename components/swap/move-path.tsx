import { useTranslations } from 'next-intl'
import type { How } from '@/components/truth/how'
import { Path } from '@/components/truth/path'
import type { Level } from '@/lib/domain/gate'
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
        ...knownOf(stone, swap),
        current: stone === here,
      }))}
    />
  )
}

function knownOf(stone: Stone, { levels, isSafe }: MySwapView): { how: How | null; weaker: boolean } {
  if (stone === 'safe') return { how: isSafe ? 'proved' : null, weaker: isWeaker(levels, 'alone') }
  const level = levels.find((one) => one.level === stone)
  if (!level?.reachedAt) return { how: null, weaker: false }
  if (level.known === 'declared') return { how: 'attested', weaker: false }
  if (level.known === 'weaker') return { how: 'proved', weaker: true }
  return { how: level.known, weaker: false }
}

function isWeaker(levels: MySwapView['levels'], wanted: Level): boolean {
  return levels.some(({ level, known }) => level === wanted && known === 'weaker')
}
