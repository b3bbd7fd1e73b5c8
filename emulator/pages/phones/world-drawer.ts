import type { Person } from '../../world/person'
import type { Phone } from '../../world/phone'
import { isReachable, pushMethodOf } from '../../world/ring'
import { type Html, html } from '../html'
import { actionHref, type PhoneView } from './view'

/** What happens to phones in the world: lost, broken, wiped, offline; and what Microsoft thinks of each. */
export function worldDrawer(views: PhoneView[]): Html {
  return html`<details class="drawer" id="world" open><summary><h2 class="inline">The world around these phones</h2></summary>
<div class="cards fit">${views.map(
    (view) => html`<section class="sheet stack" aria-label="World of ${view.callName}">
<h3>${view.phone.name}</h3>
${facts(view)}
${flightSwitch(view)}
<div class="row">${happenings(view.phone).map(([verb, words]) => happening(view, verb, words))}</div>
</section>`,
  )}</div></details>`
}

function facts({ phone, person }: PhoneView): Html {
  return html`<dl class="facts small">
<dt>Microsoft lists it</dt><dd>${pushMethodOf(person, phone) ? 'yes' : listedWithoutApp(person, phone) ? 'yes, though the app no longer has it' : 'no'}</dd>
<dt>Can be reached</dt><dd>${isReachable(phone) ? 'yes' : 'no'}</dd>
<dt>Number</dt><dd>${phone.simNumber ?? 'no SIM'}</dd>
<dt>Authenticator</dt><dd>${phone.appVersion ?? 'not installed'}</dd>
</dl>`
}

function listedWithoutApp(person: Person, phone: Phone): boolean {
  return person.methods.some((method) => 'phoneId' in method && method.phoneId === phone.id)
}

function happening(view: PhoneView, verb: string, words: string): Html {
  return html`<form method="post" action="${actionHref(view, verb)}"><button class="small${verb === 'wipe' ? ' danger' : ''}" aria-label="${words} ${view.callName}">${words}</button></form>`
}

/** Verbs that make sense for a phone as it is now, with the words of their buttons. */
function happenings({ condition, slot, simNumber }: Phone): Array<[verb: string, words: string]> {
  if (condition === 'lost') return [['find', 'Find']]
  if (condition === 'broken') return [['repair', 'Repair']]
  if (condition === 'wiped') return [['set-up', 'Set up']]
  const ends: Array<[string, string]> = [
    ['lose', 'Lose'],
    ['break', 'Break'],
    ['wipe', 'Wipe'],
  ]
  if (condition === 'off') return [['switch-on', 'Switch on'], ...ends]
  const takesSim = slot !== 'tablet' && simNumber === null
  return [
    ['switch-off', 'Switch off'],
    ...(takesSim ? [['move-sim', 'Move the SIM to'] as [string, string]] : []),
    ...ends,
  ]
}

function flightSwitch(view: PhoneView): Html {
  const { flightMode, condition } = view.phone
  if (condition !== 'on') return html``
  return html`<form class="list-links" method="post" action="${actionHref(view, flightMode ? 'flight-mode-off' : 'flight-mode-on')}">
<button role="switch" aria-checked="${String(flightMode)}" aria-label="Flight mode on ${view.callName}">Flight mode<span class="switch" aria-hidden="true"></span></button></form>`
}
