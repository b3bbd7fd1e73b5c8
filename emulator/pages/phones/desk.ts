import { type Html, html } from '../html'
import { device } from './device'
import type { PhoneView } from './view'

const places = { old: 0, new: 1, tablet: 2, other: 3 }

/** A person's phones on a desk: the old one left, the new one right, a tablet behind them where there is room. */
export function desk(views: PhoneView[]): Html {
  const placed = views.toSorted((one, other) => places[one.phone.slot] - places[other.phone.slot])
  const isThree = placed.length === 3 && placed[2]?.phone.slot === 'tablet'
  return html`<div class="desk${isThree ? ' three' : ''}">${placed.map(device)}</div>`
}
