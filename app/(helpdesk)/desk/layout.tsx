import { Inbox, PhoneCall } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import type { RailItem } from '@/components/shell/rail'

export default async function DeskLayout({ children }: LayoutProps<'/desk'>) {
  const t = await getTranslations('shell')
  const rail: RailItem[] = [
    { href: '/desk', label: t('rail_cases'), icon: Inbox, exact: true },
    { href: '/desk/people', label: t('rail_caller'), icon: PhoneCall },
  ]
  return (
    <StaffRoom room="desk" rail={rail} search={{ action: '/desk/people' }}>
      {children}
    </StaffRoom>
  )
}
