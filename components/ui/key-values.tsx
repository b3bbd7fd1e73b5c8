import type { ReactNode } from 'react'

/** Facts by name. What is not known is said by the value, never left out. */
export function KeyValues({ items }: { items: KeyValue[] }) {
  return (
    <dl className="grid gap-x-6 sm:grid-cols-[max-content_minmax(0,1fr)]">
      {items.map(({ key, label, value }) => (
        <div
          key={key}
          className="grid border-line border-b py-2 last:border-b-0 sm:col-span-2 sm:grid-cols-subgrid"
        >
          <dt className="text-ink-soft text-sm sm:py-0.5">{label}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export type KeyValue = { key: string; label: ReactNode; value: ReactNode }
