import { useTranslations } from 'next-intl'
import { ImportStateBadge } from '@/components/import/import-state'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { ImportLine } from '@/lib/queries/wave'

/** The last files given for a wave, and what became of each. */
export function ImportLines({ waveId, lines }: { waveId: string; lines: ImportLine[] }) {
  const t = useTranslations('import')
  if (lines.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul className="flex flex-col">
      {lines.map(({ id, fileName, state, at }) => (
        <li
          key={id}
          className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0"
        >
          <TextLink href={{ pathname: `/plan/waves/${waveId}/import/${id}` }} className="break-all">
            {fileName ?? t('pasted')}
          </TextLink>
          <ImportStateBadge state={state} />
          <span className="text-ink-soft text-sm">
            <Time at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
