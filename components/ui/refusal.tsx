import type { ReactNode } from 'react'

/** A control that cannot be used now, and the reason right beneath it. */
export function Refusal({ reason, children }: { reason: string; children: ReactNode }) {
  return (
    <span className="inline-flex max-w-full flex-col items-start gap-1">
      {children}
      <span className="text-ink-soft text-sm">{reason}</span>
    </span>
  )
}
