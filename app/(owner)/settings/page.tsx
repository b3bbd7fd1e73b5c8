import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RoleList } from '@/components/settings/role-list'
import { pageActor } from '@/lib/auth/actor'
import { listRoleHolders } from '@/lib/queries/roles'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.roles')
  return { title: t('title') }
}

export default async function RolesPage() {
  const actor = await pageActor('/settings')
  const holders = await show(listRoleHolders(actor))

  return <RoleList holders={holders} />
}
