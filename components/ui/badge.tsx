import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { type Tone, toneIcon, toneStyle } from '@/components/ui/tone'

/** A state in one or two words, with a drawing and a colour. What is *known* is drawn by `components/truth`. */
export function Badge({ tone = 'plain', icon = toneIcon[tone], children }: Props) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap rounded border px-2 py-px text-sm',
        toneStyle[tone],
      )}
    >
      <Icon of={icon} />
      {children}
    </span>
  )
}

type Props = { tone?: Tone; icon?: LucideIcon; children: ReactNode }
