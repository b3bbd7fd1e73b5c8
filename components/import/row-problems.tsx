import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { RowProblem } from '@/lib/domain/import'

/** Everything that is wrong with a row, each with the column it is in; or that it can come in. */
export function RowProblems({ problems }: { problems: RowProblem[] }) {
  const t = useTranslations('import')
  const e = useTranslations('errors')
  if (problems.length === 0) {
    return (
      <span className="inline-flex items-center gap-1.5 text-safe">
        <Icon of={CircleCheck} />
        {t('ok')}
      </span>
    )
  }
  return (
    <ul className="flex flex-col gap-1">
      {problems.map(({ code, column, otherLine, suggestion }) => (
        <li key={`${code} ${column}`} className="flex items-start gap-1.5">
          <Icon of={TriangleAlert} className="mt-[0.2em] text-stop" />
          <span>
            {column && <code className="text-ink-soft">{column}</code>}
            {column && ': '}
            {e(code)} {otherLine !== undefined && t('otherLine', { line: otherLine })}
            {suggestion && <strong>{t('suggestion', { address: suggestion })}</strong>}
          </span>
        </li>
      ))}
    </ul>
  )
}
