import { isoAt, realNow } from '../../world/clock'
import { emulatorNow } from '../../world/moved-clock'
import type { World } from '../../world/world'
import { type Html, html } from '../html'

/** What the emulator's clock says, and buttons to move it; afterwards one is where `returnTo` says, or at the start. */
export function clockForm(world: World, returnTo: string | null): Html {
  const isMoved = Math.abs(emulatorNow(world) - realNow()) > 1_000
  return html`<form class="sheet spread" method="post" action="/world/clock">${returnTo && html`<input type="hidden" name="return" value="${returnTo}">`}
<p>It is <b>${isoAt(emulatorNow(world)).slice(0, 16).replace('T', ' ')} UTC</b> here${isMoved && ', which is moved'}. <span class="small soft">Lags, limits and lifetimes follow this clock; tokens never do.</span></p>
<div class="row"><button name="move" value="3600">One hour on</button><button name="move" value="86400">One day on</button><button name="move" value="back"${!isMoved && html` disabled`}>Back to now</button></div></form>`
}
