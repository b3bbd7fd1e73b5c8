import { classes, type Html, html } from './html'
import { icon } from './icons'

export type Frame = {
  slot: 'old' | 'new' | 'tablet' | 'other'
  platform: 'ios' | 'ipados' | 'android'
  /** The model, which decides between notch, island and home button. */
  label: string
  /** The phone is in nobody's hands: drawn pale, outline dashed. */
  isAway: boolean
  isBroken: boolean
  isDark: boolean
  inFlightMode: boolean
}

/** The drawing of a phone or tablet, with a screen to put things on. */
export function phoneFrame(frame: Frame, screen: Html): Html {
  const shape = frame.platform === 'ipados' ? 'tablet' : 'phone'
  const dark = frame.isDark && 'dark-screen'
  return html`<div class="${classes('body', shape, frame.slot, frame.platform, frame.isAway && 'away', dark)}">
${outline(frame)}
<div class="glass">
<div class="status" aria-hidden="true"><span>9:41</span><span class="row">${icon(frame.inFlightMode ? 'plane' : 'signal')}${icon('battery')}</span></div>
${screen}
<div class="home-bar" aria-hidden="true"></div>
</div>
</div>`
}

function outline({ platform, label, isBroken }: Frame): Html {
  const round = platform === 'android' ? 30 : platform === 'ipados' ? 26 : 46
  return html`<svg class="outline" aria-hidden="true">
<rect class="key" x="-2.5" y="120" width="5" height="52" rx="2"/>
<rect class="key" x="-2.5" y="184" width="5" height="52" rx="2"/>
<rect class="case" rx="${round}"/>
<rect class="screen" rx="${round - 8}"/>
${eye(platform, label)}
${isBroken && html`<path class="crack" d="M30 20 92 138 64 196 148 262 110 340 200 420M92 138 190 96 250 40M148 262 236 226 268 250M110 340 44 372 20 420"/>`}
</svg>`
}

/** Notch, island or pin hole: what tells phones apart at a glance. */
function eye(platform: Frame['platform'], label: string): Html {
  return html`<svg x="50%" overflow="visible">${camera(platform, label)}</svg>`
}

function camera(platform: Frame['platform'], label: string): Html | null {
  if (platform === 'ipados') return html`<circle class="eye" cx="0" cy="5" r="1.8"/>`
  if (platform === 'android') return html`<circle class="eye" cx="0" cy="27" r="6"/>`
  const generation = Number(/iPhone (\d+)/.exec(label)?.[1] ?? 16)
  if (generation < 10) return html`<rect class="eye" x="-22" y="3.5" width="44" height="2.5" rx="1.2"/>`
  return generation < 15 || label.endsWith('e')
    ? html`<path class="eye" d="M-52 8h104c-6 0-8 3-8 8a13 13 0 0 1-13 13h-62a13 13 0 0 1-13-13c0-5-2-8-8-8z"/>`
    : html`<rect class="eye" x="-38" y="19" width="76" height="21" rx="10.5"/>`
}
