import type { LucideIcon } from 'lucide-react'
import type { Route } from 'next'
import type { ReactNode } from 'react'
import { NavLink } from '@/components/shell/nav-link'
import { Icon } from '@/components/ui/icon'

/** The places of one room. */
export function Rail({ label, items }: { label: string; items: RailItem[] }) {
  return (
    <nav aria-label={label} className="flex flex-col gap-1">
      <p className="px-2.5 pb-1 font-semibold text-ink-soft text-xs">{label}</p>
      {items.map(({ href, label: name, icon, exact, count }) => (
        <NavLink key={href} href={href} {...(exact && { exact })} className={itemStyle}>
          <Icon of={icon} />
          <span className="flex-1">{name}</span>
          {count}
        </NavLink>
      ))}
    </nav>
  )
}

const itemStyle =
  'flex min-h-9 items-center gap-2.5 rounded border border-transparent px-2.5 text-ink-soft text-sm hover:bg-sunken hover:text-ink aria-[current=page]:border-line-strong aria-[current=page]:bg-surface aria-[current=page]:font-semibold aria-[current=page]:text-ink'

export type RailItem = {
  href: Route
  label: string
  icon: LucideIcon
  /** For the start of the room: current on its own page only. */
  exact?: boolean
  /** What waits there, as a number. */
  count?: ReactNode
}
