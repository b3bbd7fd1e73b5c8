import type { Person } from '../../world/person'
import type { Phone } from '../../world/phone'
import { isReachable, pushMethodOf } from '../../world/ring'
import { type Html, html } from '../html'
import { inOrder, slotWords } from './slots'
import { actionHref, type PhoneView } from './view'

/** What happens to phones in the world: lost, broken, wiped, offline; and what Microsoft thinks of each. */
export function worldDrawer(views: PhoneView[], clock: Html): Html {
  return html`<details class="drawer" id="drawer" open><summary><h2 class="inline">The world around these phones</h2></summary>
<div class="cards fit">${inOrder(views).map(
    (view) => html`<section class="sheet stack" aria-label="World of ${view.callName}">
<div><h3>${view.phone.name}</h3><p class="small soft">${slotWords[view.phone.slot]}</p></div>
${facts(view)}
${switches(view)}
<div class="row">${happenings(view).map(([verb, words]) => happening(view, verb, words))}</div>
</section>`,
  )}</div>
<section class="gap stack tight" aria-labelledby="drawer-clock"><h3 id="drawer-clock">Clock</h3>${clock}</section></details>`
}

function facts({ phone, person }: PhoneView): Html {
  return html`<dl class="facts small">
<dt>Microsoft lists it</dt><dd>${pushMethodOf(person, phone) ? 'yes' : listedWithoutApp(person, phone) ? 'yes, though the app no longer has it' : 'no'}</dd>
<dt>Can be reached</dt><dd>${isReachable(phone) ? 'yes' : 'no'}</dd>
<dt>Number</dt><dd>${phone.simNumber ?? 'no SIM'}</dd>
<dt>Authenticator</dt><dd>${phone.appVersion ?? 'not installed'}</dd>
<dt>Backup model</dt><dd>${modelNames[phone.backupModel]}</dd>
</dl>`
}

const modelNames = { ios_keychain: 'current iOS', ios_legacy: 'legacy iOS', android: 'Android' } as const

function listedWithoutApp(person: Person, phone: Phone): boolean {
  return person.methods.some((method) => 'phoneId' in method && method.phoneId === phone.id)
}

function happening(view: PhoneView, verb: string, words: string): Html {
  return html`<form method="post" action="${actionHref(view, verb)}"><button class="small${verb === 'wipe' ? ' danger' : ''}" aria-label="${words} ${view.callName}">${isWhole(words) ? words : `${words} ${view.callName}`}</button></form>`
}

/** Words that say enough by themselves, below the phone's name. */
const isWhole = (words: string) => words.split(' ').length < 3

/** Verbs that make sense for a phone as it is now, with the words of their buttons. */
function happenings({ phone, person }: PhoneView): Array<[verb: string, words: string]> {
  const { condition, slot, simNumber } = phone
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
  const isOnlyOne = slot === 'new' && !person.phones.some((other) => other.slot === 'other')
  return [
    ['switch-off', 'Switch off'],
    ...(takesSim ? [['move-sim', 'Move the SIM to'] as [string, string]] : []),
    ...(isOnlyOne ? [['pick-up-second', 'Pick up a second'] as [string, string]] : []),
    ...ends,
  ]
}

function switches(view: PhoneView): Html {
  const { flightMode, approvalsFail, condition } = view.phone
  return html`<div class="list-links">
${condition === 'on' && turn(view, { verb: 'flight-mode', words: 'Flight mode', isOn: flightMode })}
${turn(view, { verb: 'approvals-fail', words: 'Approvals fail', isOn: approvalsFail })}</div>`
}

function turn(view: PhoneView, { verb, words, isOn }: { verb: string; words: string; isOn: boolean }): Html {
  return html`<form method="post" action="${actionHref(view, `${verb}-${isOn ? 'off' : 'on'}`)}">
<button role="switch" aria-checked="${String(isOn)}" aria-label="${words} on ${view.callName}">${words}<span class="switch" aria-hidden="true"></span></button></form>`
}
