import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Known } from '@/components/truth/known'
import { Notice } from '@/components/ui/notice'
import type { Advice } from '@/lib/domain/recovery'
import type { RecoveryView } from '@/lib/queries/standing'

/** What the general advice means for this person, from what Microsoft shows of them. */
export function RecoveryAdvice({ recovery }: { recovery: RecoveryView }) {
  const t = useTranslations('topic')
  const nameOf = useMethodName()
  const { advice, ways, old, readAt } = recovery
  const names = (all: typeof ways) => all.map(nameOf).join(', ')
  return (
    <Notice tone={advice.includes('old_signs_you_in') ? 'stop' : 'note'} title={t('forYou')}>
      <ul className="mt-1 flex list-disc flex-col gap-2 pl-5">
        {advice.map((one) => (
          <li key={one}>{t(`advice_${one}`, { names: names(aboutOld.includes(one) ? old : ways) })}</li>
        ))}
      </ul>
      {readAt && (
        <p className="mt-3">
          <Known how="seen" at={readAt} evidence={{ source: 'Microsoft Graph' }} />
        </p>
      )}
    </Notice>
  )
}

const aboutOld: readonly Advice[] = ['old_signs_you_in', 'old_answers_nobody']
