import type { ReactNode } from 'react'
import { Time } from '@/components/ui/time'

/** What happened, in the order given; each entry says when, what, and how that is known. */
export function Timeline({ label, entries, zone }: Props) {
  return (
    <ol aria-label={label} className="ml-1.5 border-line-strong border-l">
      {entries.map(({ key, at, what, known, children }) => (
        <li key={key} className="relative flex flex-col gap-1 pb-5 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute top-[0.4rem] -left-[5px] size-[9px] rounded-full border border-line-strong bg-page"
          />
          <span className="text-ink-soft text-sm">
            <Time at={at} {...(zone && { zone })} />
          </span>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{what}</span>
            {known}
          </div>
          {children && <div className="text-ink-soft text-sm">{children}</div>}
        </li>
      ))}
    </ol>
  )
}

export type TimelineEntry = {
  key: string
  /** ISO instant. */
  at: string
  what: ReactNode
  /** A `<Known>`. */
  known?: ReactNode
  children?: ReactNode
}

type Props = { label: string; entries: TimelineEntry[]; zone?: string }
