import { useLocale, useTranslations } from 'next-intl'
import { KeyValues } from '@/components/ui/key-values'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { CallerView } from '@/lib/queries/caller'

/** Who somebody is, as the directory has it. */
export function CallerFacts({ caller }: { caller: CallerView }) {
  const t = useTranslations('case')
  const locale = useLocale()
  const unknown = <span className="text-ink-soft">{t('notKnown')}</span>
  const { manager, swap } = caller
  return (
    <div className="flex flex-col gap-3">
      <KeyValues
        items={[
          {
            key: 'upn',
            label: t('upn'),
            value: <span className="break-all">{caller.userPrincipalName}</span>,
          },
          { key: 'account', label: t('account'), value: <Account caller={caller} /> },
          { key: 'job', label: t('job'), value: caller.jobTitle ?? unknown },
          { key: 'department', label: t('department'), value: caller.department ?? unknown },
          { key: 'site', label: t('site'), value: caller.site ?? unknown },
          {
            key: 'manager',
            label: t('manager'),
            value: manager ? (
              <TextLink href={{ pathname: `/desk/people/${manager.id}` }}>{manager.name}</TextLink>
            ) : (
              unknown
            ),
          },
          {
            key: 'language',
            label: t('language'),
            value: caller.language ? languageName(caller.language, locale) : unknown,
          },
          {
            key: 'move',
            label: t('move'),
            value: swap ? t('moveIn', { state: t(`swap_${swap.state}`), wave: swap.wave }) : t('moveNone'),
          },
          ...(swap?.startsAt
            ? [
                {
                  key: 'window',
                  label: t('window'),
                  value: <Time at={swap.startsAt} style="appointment" zone={swap.timeZone ?? 'UTC'} />,
                },
              ]
            : []),
        ]}
      />
      <p className="text-ink-soft text-sm">
        {t.rich('directoryAt', { at: () => <Time at={caller.directoryAt} /> })}
      </p>
    </div>
  )
}

/** `it-IT` in the reader's words; a tag nobody knows stays as it is. */
function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

function Account({ caller: { isEnabled, leftAt } }: { caller: CallerView }) {
  const t = useTranslations('case')
  if (leftAt) return <>{t.rich('accountGone', { day: () => <Time at={leftAt} style="day" /> })}</>
  return <>{t(isEnabled ? 'accountOn' : 'accountOff')}</>
}
