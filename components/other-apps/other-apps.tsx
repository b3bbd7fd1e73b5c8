import { useLocale, useTranslations } from 'next-intl'
import { AppFacts } from '@/components/other-apps/app-facts'
import { WorkAccount } from '@/components/other-apps/work-account'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { otherAppVerdict } from '@/lib/domain/other-app'
import type { OtherApp } from '@/lib/guides/other-apps'
import type { AllowedView } from '@/lib/queries/tenant'

/** Other apps that give codes, by what matters, and what of it the tenant allows. */
export function OtherApps({ apps, allowed }: { apps: readonly OtherApp[]; allowed: AllowedView | null }) {
  const t = useTranslations('otherApps')
  const language = useLocale()
  const verdict = otherAppVerdict(allowed?.allowed ?? null)
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-3">
        <h1 className="text-2xl">{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      <WorkAccount verdict={verdict} at={allowed?.at ?? null} />
      <section className="flex flex-col gap-3">
        <h2 className="text-lg">{t('compared')}</h2>
        <Table
          caption={t('compared')}
          captionHidden
          rows={[...apps]}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', header: t('app'), cell: ({ name }) => name[language] },
            { key: 'work', header: t('work'), cell: () => t(`works_${verdict}`) },
            { key: 'copy', header: t('copy'), cell: ({ copyReader }) => t(`copy_${copyReader}`) },
            {
              key: 'leave',
              header: t('leave'),
              cell: ({ canLeave }) => t(canLeave ? 'leaveYes' : 'leaveNo'),
            },
          ]}
        />
        <p className="text-ink-soft text-sm">{t('ours')}</p>
      </section>
      {apps.map((app) => (
        <AppFacts key={app.id} app={app} />
      ))}
      <section className="flex flex-col gap-3">
        <h2 className="text-lg">{t('change')}</h2>
        <ul className="list-disc pl-5">
          <li>{t('change1')}</li>
          <li>{t('change2')}</li>
          <li>{t('change3')}</li>
        </ul>
        <p>
          <TextLink href="/my/tips">{t('tips')}</TextLink>
        </p>
      </section>
    </div>
  )
}
