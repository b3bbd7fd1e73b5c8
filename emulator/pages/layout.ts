import type { World } from '../world/world'
import { type Html, html } from './html'

type Place = 'start' | 'phones' | 'security-info' | 'mail' | 'my-roles'

const places: Array<{ place: Place; href: string; name: string }> = [
  { place: 'start', href: '/', name: 'Start' },
  { place: 'phones', href: '/phones', name: 'Phones' },
  { place: 'security-info', href: '/mysignins/security-info', name: 'Security info' },
  { place: 'mail', href: '/mail', name: 'Mail' },
  { place: 'my-roles', href: '/my-roles', name: 'My roles' },
]

export type Layout = {
  title: string
  tenant: string
  /** Which entry of the navigation this is; without one there is no navigation, as on sign-in pages. */
  place?: Place
  width?: 'wide' | 'narrow'
  /** Address of a JSON with the page's live parts, asked for every second. */
  live?: string
}

/** A whole page of the emulator, with its caption that all of it is a simulation. */
export function layout({ title, tenant, place, width = 'wide', live }: Layout, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Simulation</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/pages/page.css">
<link rel="stylesheet" href="/pages/phone.css">
<script src="/pages/live.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
<header class="bar">
<p class="simulation"><strong>Simulation</strong> <span>${tenant}, a made-up tenant</span></p>
${place && navigation(place)}
</header>
<main id="content" class="${width}" tabindex="-1"${live ? html` data-live="${live}"` : null}>
${body}
</main>
</body>
</html>`
}

/** A part of a page that changes while one looks; the script swaps it when its text differs. */
export function livePart(id: string, body: Html): Html {
  return html`<div id="${id}" data-live-part>${body}</div>`
}

/** Where the sign-in comes from, as the tenant's policies see it. */
export function placeLine({ settings }: World): Html {
  return html`<p class="small soft">Signing in from ${settings.signInsFrom === 'office' ? 'the office (trusted location)' : 'elsewhere (no trusted location)'}</p>`
}

/** A sentence about what just happened, announced by screen readers. */
export function notice(kind: 'safe' | 'wait' | 'stop' | 'note', text: Html | string): Html {
  return html`<div class="notice ${kind}" role="${kind === 'stop' ? 'alert' : 'status'}">${text}</div>`
}

function navigation(current: Place): Html {
  return html`<nav aria-label="Simulation"><ul>${places.map(
    ({ place, href, name }) =>
      html`<li><a href="${href}"${place === current ? html` aria-current="page"` : null}>${name}</a></li>`,
  )}</ul></nav>`
}
