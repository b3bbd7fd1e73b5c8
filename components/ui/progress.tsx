import type { ReactNode } from 'react'

/** How far something is, as a bar and in words. `max` 0 counts as nothing to do. */
export function Progress({ label, value, max, children }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span className="font-semibold">{label}</span>
        <span className="tabular text-ink-soft">{children ?? `${value} / ${max}`}</span>
      </div>
      <progress aria-label={label} value={value} max={Math.max(max, 1)} className="h-2.5 w-full" />
    </div>
  )
}

type Props = {
  label: string
  value: number
  max: number
  /** The words; without them `3 / 12`. */
  children?: ReactNode
}
