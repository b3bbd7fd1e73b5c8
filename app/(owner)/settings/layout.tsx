import {
  HeartPulse,
  Mail,
  MonitorSmartphone,
  RefreshCw,
  ShieldCheck,
  SlidersHorizontal,
  UserCog,
} from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { StaffRoom } from '@/app/staff-room'
import type { RailItem } from '@/components/shell/rail'

export default async function SettingsLayout({ children }: LayoutProps<'/settings'>) {
  const t = await getTranslations('settings')
  const rail: RailItem[] = [
    { href: '/settings', label: t('rail_roles'), icon: UserCog, exact: true },
    { href: '/settings/sessions', label: t('rail_sessions'), icon: MonitorSmartphone },
    { href: '/settings/options', label: t('rail_options'), icon: SlidersHorizontal },
    { href: '/settings/sync', label: t('rail_sync'), icon: RefreshCw },
    { href: '/settings/messages', label: t('rail_messages'), icon: Mail },
    { href: '/settings/health', label: t('rail_health'), icon: HeartPulse },
    { href: '/settings/privacy', label: t('rail_privacy'), icon: ShieldCheck },
  ]
  return (
    <StaffRoom room="settings" rail={rail}>
      {children}
    </StaffRoom>
  )
}
