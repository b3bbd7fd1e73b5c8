import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Href } from '@/components/ui/href'

/** Sides of one thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-5 flex gap-5 overflow-x-auto border-line border-b print:hidden">
      {tabs.map((tab) => (
        <Link
          key={tab.key}
          href={tab.href}
          prefetch={false}
          aria-current={tab.current ? 'page' : undefined}
          className="inline-flex min-h-(--control) shrink-0 items-center gap-1.5 border-transparent border-b-2 text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular text-sm">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}

export type Tab = { key: string; href: Href; label: ReactNode; current?: boolean; count?: ReactNode }
