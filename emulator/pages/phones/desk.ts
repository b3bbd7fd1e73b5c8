import { classes, type Html, html } from '../html'
import { device } from './device'
import { inOrder } from './slots'
import type { PhoneView } from './view'

/** A person's phones on a desk: the old one left, the new one right, a tablet behind them where there is room. */
export function desk(views: PhoneView[]): Html {
  const placed = inOrder(views)
  const isThree = placed.length === 3 && placed[2]?.phone.slot === 'tablet'
  return html`<div class="${classes('desk', isThree && 'three', placed.length === 4 && 'four')}">${placed.map(device)}</div>`
}
