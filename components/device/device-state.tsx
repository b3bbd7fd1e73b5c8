import { CircleSlash, type LucideIcon, PackageCheck, Smartphone, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { DeviceState as State } from '@/lib/domain/device'
import type { DeviceView } from '@/lib/queries/devices'

/** What became of a device, in a word. */
export function DeviceState({ device }: { device: Pick<DeviceView, 'state' | 'part'> }) {
  const t = useTranslations('devices')
  const { state, part } = device
  const word = state === 'active' && part === 'new' ? 'new' : state
  return (
    <Badge tone={tones[state]} icon={icons[state]}>
      {t(`state_${word}`)}
    </Badge>
  )
}

const tones: Record<State, Tone> = {
  active: 'plain',
  old: 'note',
  lost: 'stop',
  damaged: 'wait',
  returned: 'plain',
  wiped: 'plain',
}

const icons: Record<State, LucideIcon> = {
  active: Smartphone,
  old: Smartphone,
  lost: TriangleAlert,
  damaged: TriangleAlert,
  returned: PackageCheck,
  wiped: CircleSlash,
}
