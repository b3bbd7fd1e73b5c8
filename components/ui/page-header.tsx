import type { ReactNode } from 'react'

/** What this page is about: its name, its state, one sentence, and what can be done with the whole of it. */
export function PageHeader({ title, state, lead, actions, above }: Props) {
  return (
    <header className="mb-6 flex flex-col gap-3">
      {above}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl">{title}</h1>
          {state}
        </div>
        {actions && <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>}
      </div>
      {lead && <p className="max-w-prose text-ink-soft">{lead}</p>}
    </header>
  )
}

type Props = {
  title: ReactNode
  state?: ReactNode
  lead?: ReactNode
  actions?: ReactNode
  /** Breadcrumb, mostly. */
  above?: ReactNode
}
