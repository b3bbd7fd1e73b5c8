import { CircleX, ClipboardCheck, CloudOff, Hourglass, LifeBuoy, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { Trouble } from '@/lib/queries/members'

const icons: Record<Trouble['kind'], LucideIcon> = {
  case: LifeBuoy,
  contradicted: CircleX,
  stuck: Hourglass,
  check_up: ClipboardCheck,
  waiting: Hourglass,
  failed: CloudOff,
}

/** What stands in somebody's way, in words, the gravest first. */
export function Troubles({ troubles }: { troubles: Trouble[] }) {
  const t = useTranslations('wave')
  if (troubles.length === 0) return <span className="text-ink-soft">{t('noTrouble')}</span>
  return (
    <ul className="flex flex-col gap-0.5 text-sm">
      {troubles.map((trouble) => (
        <li key={trouble.kind} className="flex items-start gap-1.5 text-wait">
          <Icon of={icons[trouble.kind]} className="mt-[0.2em]" />
          <span>
            <Words trouble={trouble} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Words({ trouble }: { trouble: Trouble }) {
  const t = useTranslations('wave')
  const message = useMessage()
  switch (trouble.kind) {
    case 'case':
      return t('trouble_case', { number: trouble.number })
    case 'contradicted':
      return (
        <>
          {t('trouble_contradicted')} <Time at={trouble.since} />
        </>
      )
    case 'stuck':
      return (
        <>
          {t('trouble_stuck')} <Time at={trouble.since} />
        </>
      )
    case 'check_up':
      return (
        <>
          {t('trouble_check_up')} <Time at={trouble.since} />
        </>
      )
    case 'waiting':
      return (
        <>
          {t('trouble_waiting')} <Time at={trouble.until} style="time" />
        </>
      )
    case 'failed':
      return t('trouble_failed', { why: message(trouble.code) ?? trouble.code })
  }
}
