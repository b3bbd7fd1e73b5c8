import { ClipboardCheck, House, Users, Waves } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import { DataAge } from '@/components/shell/data-age'
import type { RailItem } from '@/components/shell/rail'
import { findActor } from '@/lib/auth/actor'
import { readDataAsOf } from '@/lib/queries/sync'

export default async function PlanLayout({ children }: LayoutProps<'/plan'>) {
  const t = await getTranslations('shell')
  const signedIn = await findActor()
  const asOf = signedIn ? await readDataAsOf(signedIn.actor) : null
  const rail: RailItem[] = [
    { href: '/plan', label: t('rail_home'), icon: House, exact: true },
    { href: '/plan/people', label: t('rail_people'), icon: Users },
    { href: '/plan/waves', label: t('rail_waves'), icon: Waves },
    { href: '/plan/preflight', label: t('rail_preflight'), icon: ClipboardCheck },
  ]
  return (
    <StaffRoom
      room="plan"
      rail={rail}
      search={{ action: '/plan/people' }}
      dataAge={<DataAge asOf={asOf?.people ?? null} />}
    >
      {children}
    </StaffRoom>
  )
}
