import { useTranslations } from 'next-intl'
import { EndSession } from '@/components/settings/end-session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { TextInput } from '@/components/ui/text-input'
import { Time } from '@/components/ui/time'
import { idleMinutes, sessionHoursMax } from '@/lib/domain/session'
import type { SessionPage, SessionView } from '@/lib/queries/live-sessions'
import type { FormAction } from '@/lib/web/answer'

/** Everybody who is signed in now, and the end of it. */
export function SessionList({ page, q, endSession }: Props) {
  const t = useTranslations('settings.sessions')
  const next = page.next && { pathname: '/settings/sessions', query: { ...(q && { q }), page: page.next } }
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', {
          staff: idleMinutes(['owner']),
          everybody: idleMinutes(['employee']),
          hours: sessionHoursMax,
        })}
      />
      <form action="/settings/sessions" className="mb-5 flex max-w-prose flex-wrap items-end gap-3">
        <div className="flex-1">
          <TextInput label={t('search')} name="q" type="search" hint={t('searchHint')} defaultValue={q} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </form>
      <Messages namespaces={['settings']}>
        <Table
          caption={t('title')}
          captionHidden
          columns={useColumns(endSession)}
          rows={page.sessions}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('empty')}>{q && t('emptyNamed')}</EmptyState>}
        />
      </Messages>
      <Pagination next={next || null} />
      <p className="mt-4 max-w-prose text-ink-soft text-sm">{t('tokens')}</p>
    </>
  )
}

function useColumns(endSession: FormAction): Column<SessionView>[] {
  const t = useTranslations('settings.sessions')
  const role = useTranslations('role')
  return [
    { key: 'name', header: t('name'), cell: ({ name }) => name },
    { key: 'as', header: t('as'), cell: ({ roles }) => roles.map((one) => role(one)).join(', ') },
    { key: 'through', header: t('through'), cell: ({ app }) => t(`app.${app}`) },
    { key: 'since', header: t('since'), cell: ({ signedInAt }) => <Time at={signedInAt} /> },
    {
      key: 'lastSeen',
      header: t('lastSeen'),
      cell: ({ lastSeenAt }) => <Time at={lastSeenAt} style="time" />,
    },
    { key: 'ends', header: t('ends'), cell: ({ endsAt }) => <Time at={endsAt} style="time" /> },
    {
      key: 'end',
      header: t('end'),
      cell: ({ id, name, isOwn }) =>
        isOwn ? (
          <Badge>{t('own')}</Badge>
        ) : (
          <EndSession action={endSession} sessionId={id} label={t('endOf', { name })} />
        ),
    },
  ]
}

type Props = { page: SessionPage; q: string; endSession: FormAction }
