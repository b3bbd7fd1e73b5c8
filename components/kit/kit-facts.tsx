import { useTranslations } from 'next-intl'
import { KeyValues } from '@/components/ui/key-values'
import { type KitEntry, kitTexts } from '@/lib/domain/kit'

/** One account as it is read, on the screen and on paper; without `entry`, the same with room to write. */
export function KitFacts({ entry, heading: Heading = 'h3' }: Props) {
  const t = useTranslations('kit')
  const texts = kitTexts.filter((name) => name !== 'name' || entry === null)
  const number = entry && t(`number_${entry.number || 'unknown'}`)
  return (
    <div>
      {entry && (
        <Heading className="text-lg">
          {entry.name} <span className="font-normal text-base text-ink-soft">{t(`kind_${entry.kind}`)}</span>
        </Heading>
      )}
      <KeyValues
        items={[
          ...texts.map((name) => ({
            key: name,
            label: t(`field_${name}`),
            value: entry ? entry[name] || t('nothing') : <Room />,
          })),
          { key: 'number', label: t('number'), value: number ?? t('numberChoices') },
          {
            key: 'tried',
            label: t('isTried'),
            value: entry ? t(entry.isTried ? 'triedYes' : 'triedNo') : t('triedChoices'),
          },
        ]}
      />
    </div>
  )
}

/** Two lines' worth of paper. */
function Room() {
  return <span aria-hidden="true" className="block h-9" />
}

type Props = {
  entry: KitEntry | null
  /** One below the heading that it stands under. */
  heading?: 'h2' | 'h3'
}
