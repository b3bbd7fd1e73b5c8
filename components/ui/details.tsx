import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** More for those who want it, folded away. */
export function Details({ summary, open, children }: Props) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-(--control) list-none items-center gap-1.5 rounded font-semibold text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <Icon of={ChevronRight} className="transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="border-line border-l pt-1 pb-2 pl-4">{children}</div>
    </details>
  )
}

type Props = { summary: ReactNode; open?: boolean; children: ReactNode }
