import type { ReactNode } from 'react'

/** Nothing here: why, and the next step. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="flex flex-col items-start gap-2 rounded border border-line-strong border-dashed px-5 py-6">
      <p className="font-semibold">{title}</p>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="pt-2">{action}</div>}
    </div>
  )
}

type Props = { title: ReactNode; children?: ReactNode; action?: ReactNode }
