import { useTranslations } from 'next-intl'
import { KitFacts } from '@/components/kit/kit-facts'
import type { KitEntry } from '@/lib/domain/kit'

const blankCount = 5

/** The list on paper: filled in, or with room to write by hand. */
export function KitSheet({ entries }: { entries: readonly KitEntry[] | null }) {
  const t = useTranslations('kit')
  const blanks = Array.from({ length: blankCount }, (_, place) => place)
  return (
    <div className="flex flex-col gap-4">
      <p className="font-semibold">{t('sheetRule')}</p>
      <ol className="flex flex-col gap-4">
        {entries
          ? entries.map((entry) => (
              <li key={entry.id} className={boxStyle}>
                <KitFacts entry={entry} heading="h2" />
              </li>
            ))
          : blanks.map((place) => (
              <li key={place} className={boxStyle}>
                <KitFacts entry={null} />
              </li>
            ))}
      </ol>
      <p className="text-ink-soft text-sm">{t('sheetEnd')}</p>
    </div>
  )
}

const boxStyle = 'break-inside-avoid rounded border border-line-strong px-4 py-2'
