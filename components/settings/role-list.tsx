import { useTranslations } from 'next-intl'
import { Known } from '@/components/truth/known'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { roles } from '@/lib/domain/actor'
import { useTime } from '@/lib/i18n/use-time'
import type { RoleHolder } from '@/lib/queries/roles'

/** Who has which role, how that is known, and where roles come from. */
export function RoleList({ holders }: { holders: RoleHolder[] }) {
  const t = useTranslations('settings.roles')
  const role = useTranslations('role')
  const columns: Column<RoleHolder>[] = [
    { key: 'name', header: t('name'), cell: (holder) => <Name holder={holder} /> },
    {
      key: 'address',
      header: t('address'),
      cell: ({ userPrincipalName }) => <span className="break-all">{userPrincipalName}</span>,
    },
    { key: 'roles', header: t('roles'), cell: (holder) => holder.roles.map((name) => role(name)).join(', ') },
    { key: 'known', header: t('known'), cell: ({ seenAt }) => <SeenAtSignIn at={seenAt} /> },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        <Table
          caption={t('title')}
          captionHidden
          columns={columns}
          rows={holders}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('empty')} />}
        />
        <HowRolesAreGiven />
      </div>
    </>
  )
}

function Name({ holder: { name, isGone } }: { holder: RoleHolder }) {
  const t = useTranslations('settings.roles')
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {name}
      {isGone && <Badge tone="stop">{t('gone')}</Badge>}
    </span>
  )
}

function SeenAtSignIn({ at }: { at: string }) {
  const t = useTranslations('settings.roles')
  const { brief } = useTime()
  return (
    <Known how="seen" at={at} evidence={{ source: t('source') }}>
      {t('seen', { at: brief(at) })}
    </Known>
  )
}

function HowRolesAreGiven() {
  const t = useTranslations('settings.roles')
  const role = useTranslations('role')
  const given = roles.filter((name) => name !== 'employee')
  return (
    <Panel title={t('howTitle')}>
      <div className="flex flex-col gap-4">
        <p className="max-w-prose">{t('how')}</p>
        <ol className="flex max-w-prose list-decimal flex-col gap-1 pl-5">
          <li>{t('step1')}</li>
          <li>{t('step2')}</li>
          <li>{t('step3')}</li>
        </ol>
        <Table
          caption={t('values')}
          columns={[
            { key: 'role', header: t('role'), cell: (name) => role(name) },
            { key: 'value', header: t('value'), cell: (name) => <code>{entraValueOf(name)}</code> },
            { key: 'may', header: t('may'), cell: (name) => t(`about.${name}`) },
          ]}
          rows={given}
          rowKey={(name) => name}
        />
      </div>
    </Panel>
  )
}

/** `site_coordinator` → `SiteCoordinator`: the reverse of `rolesFrom`. */
function entraValueOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
