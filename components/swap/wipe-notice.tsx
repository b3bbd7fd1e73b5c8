import { useTranslations } from 'next-intl'
import { LevelKnown } from '@/components/swap/level-known'
import { useMethodName } from '@/components/swap/method-name'
import { Notice } from '@/components/ui/notice'
import type { Level } from '@/lib/domain/gate'
import type { MethodView, MySwapView } from '@/lib/queries/my-swap'

/** Whether the old phone may be wiped. No button, no tick and nobody can change what it says. */
export function WipeNotice({ swap }: { swap: MySwapView }) {
  const t = useTranslations('swap')
  if (swap.isSafe) return <SafeNotice swap={swap} />
  const alone = swap.levels.find(({ level }) => level === 'alone')
  const isGone = swap.said.hasOldPhone === false
  if (isGone) {
    return (
      <Notice tone="wait" title={t('gone')}>
        {t('goneHint')}
      </Notice>
    )
  }
  return (
    <Notice tone="stop" loud title={t('dontWipe')}>
      {t(alone?.reachedAt ? 'dontWipeOthers' : 'dontWipeHint')}
    </Notice>
  )
}

function SafeNotice({ swap }: { swap: MySwapView }) {
  const t = useTranslations('swap')
  const shown = swap.levels.filter(({ level, reachedAt }) => reachedAt && level !== 'prepared')
  return (
    <Notice tone="safe" loud announce title={t('safe')}>
      <p>{t('safeHint')}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {shown.map((level) => (
          <li key={level.level}>
            <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span>{t(`level_${level.level}`)}</span>
              <LevelKnown state={level} />
            </div>
            <Names of={namesAt(level.level, swap)} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Which registrations a level is about: the one that came, those that went. */
function namesAt(level: Level, { entries, appeared, newMethodId }: MySwapView): MethodView[] {
  if (level === 'registered') return [...appeared, ...entries].filter(({ id }) => id === newMethodId)
  return level === 'removed' ? entries.filter(({ owner, isGone }) => owner === 'old_phone' && isGone) : []
}

function Names({ of: methods }: { of: MethodView[] }) {
  const nameOf = useMethodName()
  return methods.map((method) => (
    <p key={method.id} className="text-ink-soft text-sm">
      {nameOf(method)}
    </p>
  ))
}
