import type { EventView } from '@/lib/queries/audit-view'

/** Nothing to read in a list: empty, an id, or an instant. */
const isLong = /^$|[0-9a-f]{8}-[0-9a-f]{4}-|^\d{4}-\d\d-\d\dT/

/** The codes and counts of an event, as they stand in its leaf. Ids and instants are left to the event's own page. */
export function EventDetailLine({ event }: { event: Pick<EventView, 'type' | 'target' | 'detail'> }) {
  const said = Object.entries(event.detail).filter(
    ([, value]) => value !== null && !isLong.test(String(value)),
  )
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
