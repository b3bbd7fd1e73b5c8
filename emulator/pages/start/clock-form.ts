import { isoAt } from '../../world/clock'
import { emulatorNow, type World } from '../../world/world'
import { type Html, html } from '../html'

/** What the emulator's clock says, and buttons to move it; afterwards one is where `returnTo` says, or at the start. */
export function clockForm(world: World, returnTo: string | null): Html {
  const moved = world.settings.clockOffsetSeconds
  return html`<form class="sheet spread" method="post" action="/world/clock">${returnTo && html`<input type="hidden" name="return" value="${returnTo}">`}
<p>It is <b>${isoAt(emulatorNow(world)).slice(0, 16).replace('T', ' ')} UTC</b> here${moved === 0 ? null : ', which is moved'}. <span class="small soft">Lags, limits and lifetimes follow this clock; tokens never do.</span></p>
<div class="row"><button name="move" value="3600">One hour on</button><button name="move" value="86400">One day on</button><button name="move" value="back"${moved === 0 ? html` disabled` : null}>Back to now</button></div></form>`
}
