import { useLocale, useTranslations } from 'next-intl'
import { KeyValues } from '@/components/ui/key-values'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { appCriteria } from '@/lib/domain/other-app'
import type { OtherApp } from '@/lib/guides/other-apps'

/** One app on the three questions, with where it is known from and when somebody last looked. */
export function AppFacts({ app }: { app: OtherApp }) {
  const t = useTranslations('otherApps')
  const language = useLocale()
  return (
    <Panel title={app.name[language]}>
      <KeyValues
        items={[
          ...appCriteria.map((criterion) => ({
            key: criterion,
            label: t(`criterion_${criterion}`),
            value: app.facts[criterion][language],
          })),
          {
            key: 'sources',
            label: t.rich('reviewed', {
              day: () => <Time at={`${app.reviewedOn}T12:00:00Z`} style="day" />,
            }),
            value: (
              <ul className="text-sm">
                {app.sources.map((source) => (
                  <li key={source}>
                    <a
                      href={source}
                      target="_blank"
                      rel="noreferrer"
                      className="underlined break-all text-accent"
                    >
                      {source.replace('https://', '')}
                      <span className="sr-only"> {t('newTab')}</span>
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Panel>
  )
}
