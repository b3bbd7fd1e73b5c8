import { useTranslations } from 'next-intl'
import type { How } from '@/components/truth/how'
import { Known } from '@/components/truth/known'
import { isDated } from '@/lib/domain/backup'
import { useTime } from '@/lib/i18n/use-time'
import type { BackupView } from '@/lib/queries/devices'

/** How a backup stands, drawn as what it is: never more than what somebody said, and older by the day. */
export function BackupKnown({ backup, by = 'you' }: { backup: BackupView; by?: 'you' | { name: string } }) {
  const t = useTranslations('backup')
  const { time, daysSince } = useTime()
  const { state, model, since, saidAt, doubt, appVersion } = backup
  if (state === 'unknown' || !since || !model) return <Known how="unknown" />
  const evidence = { source: t(by === 'you' ? 'sourceYou' : 'sourcePerson') }
  if (state === 'contradicted') {
    const reason = doubt ? t(`doubt_${doubt}`, { version: appVersion ?? '' }) : undefined
    return <Known how="contradicted" at={saidAt} by={by} reason={reason} evidence={evidence} />
  }
  const said = { day: time(since, 'day'), days: daysSince(since) }
  const word =
    state === 'off' ? t('off', said) : t(`${isDated(model) ? 'backup' : 'switches'}_${state}`, said)
  return (
    <Known how={hows[state]} at={saidAt} evidence={evidence}>
      {word}
    </Known>
  )
}

const hows: Record<'attested' | 'off' | 'getting_old' | 'overdue', How> = {
  attested: 'attested',
  off: 'attested',
  getting_old: 'old',
  overdue: 'old',
}
