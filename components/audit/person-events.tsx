import { useTranslations } from 'next-intl'
import { EventTimeline } from '@/components/audit/event-timeline'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { TextLink } from '@/components/ui/text-link'
import type { EventPage } from '@/lib/queries/audit'
import type { AuditPerson } from '@/lib/queries/audit-person'

/** All the log says of one person. */
export function PersonEvents({ person, page }: { person: AuditPerson; page: EventPage }) {
  const t = useTranslations('audit')
  const name = person.name ?? t('somebody')
  const pathname = `/audit/people/${person.oid}`
  const pageAt = (cursor: string | null) => (cursor === null ? null : { pathname, query: { page: cursor } })
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'list', href: '/audit', label: t('backToList') }]} />}
        title={name}
        lead={t('personLead')}
        actions={
          <TextLink href={{ pathname: '/audit', query: { subject: person.oid } }}>{t('asTable')}</TextLink>
        }
      />
      <p className="mb-6 text-ink-soft text-sm">
        {t('objectId')} <code className="break-all">{person.oid}</code>
      </p>
      <EventTimeline events={page.events} label={t('timeline', { name })} linked />
      <Pagination previous={pageAt(page.previous)} next={pageAt(page.next)} />
    </>
  )
}
