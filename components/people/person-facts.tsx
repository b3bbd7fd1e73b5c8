import { useTranslations } from 'next-intl'
import { MfaWord, useReportMethods } from '@/components/people/report-words'
import { Known } from '@/components/truth/known'
import { KeyValues } from '@/components/ui/key-values'
import { TextLink } from '@/components/ui/text-link'
import type { PersonView } from '@/lib/queries/person'

/** What the directory and the registration report say of somebody, and how old that is. */
export function PersonFacts({ person }: { person: PersonView }) {
  const t = useTranslations('people')
  const { manager, report } = person
  const text = (value: string | null) => value ?? <span className="text-ink-soft">{t('none')}</span>
  return (
    <KeyValues
      items={[
        {
          key: 'upn',
          label: t('fact_upn'),
          value: <span className="break-all">{person.userPrincipalName}</span>,
        },
        {
          key: 'mail',
          label: t('fact_mail'),
          value: <span className="break-all">{text(person.mail)}</span>,
        },
        { key: 'department', label: t('fact_department'), value: text(person.department) },
        { key: 'site', label: t('fact_site'), value: text(person.site) },
        { key: 'job', label: t('fact_job'), value: text(person.jobTitle) },
        {
          key: 'manager',
          label: t('fact_manager'),
          value: manager ? (
            <TextLink href={{ pathname: `/plan/people/${manager.id}` }}>{manager.displayName}</TextLink>
          ) : (
            text(null)
          ),
        },
        { key: 'language', label: t('fact_language'), value: text(person.preferredLanguage) },
        {
          key: 'account',
          label: t('fact_account'),
          value: t(person.isEnabled ? 'account_enabled' : 'account_disabled'),
        },
        {
          key: 'seen',
          label: t('fact_seen'),
          value: <Known how="seen" at={person.seenAt} evidence={{ source: t('source_directory') }} />,
        },
        { key: 'mfa', label: t('fact_mfa'), value: <Report report={report} /> },
        {
          key: 'oid',
          label: t('fact_objectId'),
          value: <code className="break-all">{person.entraId}</code>,
        },
      ]}
    />
  )
}

function Report({ report }: { report: PersonView['report'] }) {
  const t = useTranslations('people')
  const methods = useReportMethods()
  if (!report) return <Known how="unknown" evidence={{ source: t('source_report') }} />
  return (
    <span className="flex flex-col items-start gap-1">
      <MfaWord isMfaRegistered={report.isMfaRegistered} />
      <span className="text-sm">{methods(report.methodsRegistered)}</span>
      <Known how="seen" at={report.at} evidence={{ source: t('source_report') }} />
    </span>
  )
}
