import type { EventView } from '@/lib/queries/audit-view'

/** The codes and counts of an event, as they stand in its leaf. Nothing when there are none. */
export function EventDetailLine({ event }: { event: Pick<EventView, 'type' | 'target' | 'detail'> }) {
  const said = Object.entries(event.detail).filter(([, value]) => value !== null && value !== '')
  // What was tried is named by the thing, not by the detail.
  const tried: [string, string][] = event.type === 'denied' ? [['permission', event.target.id]] : []
  const facts = [...tried, ...said]
  if (facts.length === 0) return null
  return (
    <span className="block break-words font-normal text-ink-soft text-xs">
      {facts.map(([name, value]) => `${name} ${value}`).join(' · ')}
    </span>
  )
}
