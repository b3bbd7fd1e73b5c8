import { Eye, ScrollText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import type { RailItem } from '@/components/shell/rail'

export default async function AuditLayout({ children }: LayoutProps<'/audit'>) {
  const t = await getTranslations('shell')
  const rail: RailItem[] = [
    { href: '/audit', label: t('rail_events'), icon: ScrollText, exact: true },
    { href: '/audit/known', label: t('rail_known'), icon: Eye },
  ]
  return (
    <StaffRoom room="audit" rail={rail}>
      {children}
    </StaffRoom>
  )
}
