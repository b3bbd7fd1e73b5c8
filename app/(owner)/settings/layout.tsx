import { HeartPulse, RefreshCw, UserCog } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import type { RailItem } from '@/components/shell/rail'

export default async function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  const t = await getTranslations('shell')
  const rail: RailItem[] = [
    { href: '/settings', label: t('rail_roles'), icon: UserCog, exact: true },
    { href: '/settings/sync', label: t('rail_sync'), icon: RefreshCw },
    { href: '/settings/health', label: t('rail_health'), icon: HeartPulse },
  ]
  return (
    <StaffRoom room="settings" rail={rail}>
      {children}
    </StaffRoom>
  )
}
