import { ClipboardCheck, House, Users, Waves } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import type { RailItem } from '@/components/shell/rail'

export default async function PlanLayout({ children }: LayoutProps<'/plan'>) {
  const t = await getTranslations('shell')
  const rail: RailItem[] = [
    { href: '/plan', label: t('rail_home'), icon: House, exact: true },
    { href: '/plan/people', label: t('rail_people'), icon: Users },
    { href: '/plan/waves', label: t('rail_waves'), icon: Waves },
    { href: '/plan/preflight', label: t('rail_preflight'), icon: ClipboardCheck },
  ]
  return (
    <StaffRoom room="plan" rail={rail} search={{ action: '/plan/people' }}>
      {children}
    </StaffRoom>
  )
}
