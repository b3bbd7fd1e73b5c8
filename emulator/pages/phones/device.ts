import type { Phone } from '../../world/phone'
import { type Html, html } from '../html'
import { icon } from '../icons'
import { phoneFrame } from '../phone-frame'
import { accountScreen } from './account-screen'
import { addScreen } from './add-screen'
import { homeScreen } from './home-screen'
import { ringCard } from './ring-card'
import { saidNotice } from './said'
import { settingsScreen } from './settings-screen'
import { slotWords } from './slots'
import { testCard } from './test-card'
import { actionHref, type PhoneView } from './view'

/** One phone or tablet with its caption and whatever is on its screen. */
export function device(view: PhoneView): Html {
  const { phone, callName } = view
  const frame = {
    slot: phone.slot,
    platform: phone.platform,
    label: phone.label,
    isAway: phone.condition === 'lost',
    isBroken: phone.condition === 'broken',
    isDark: phone.condition === 'off' || phone.condition === 'broken',
    inFlightMode: phone.flightMode,
  }
  return html`<section class="device" aria-label="${callName}">
<div class="caption"><h2>${phone.name}</h2><p class="small soft">${phone.label} · ${slotWords[phone.slot]}</p></div>
${phoneFrame(frame, phone.condition === 'on' ? screen(view) : conditionScreen(view, phone.condition))}
</section>`
}

function screen(view: PhoneView): Html {
  return html`${card(view)}
${view.text && html`<p class="bubble small">Use verification code <b class="mono">${view.text}</b> for Microsoft authentication.</p>`}
${view.ring ? null : saidNotice(view.said)}
${openScreen(view)}`
}

/** One card at a time, so that "Approve" is never ambiguous: a registration's test comes first. */
function card(view: PhoneView): Html | null {
  if (view.test) return testCard(view, view.test)
  return view.ring && ringCard(view, view.ring)
}

function openScreen(view: PhoneView): Html {
  if (!view.page || view.phone.appVersion === null) return homeScreen(view)
  if (view.screen === 'add') return addScreen(view)
  if (view.screen === 'settings') return settingsScreen(view)
  const account = view.phone.accounts.find(({ id }) => view.screen === `account-${id}`)
  return account ? accountScreen(view, account) : homeScreen(view)
}

function conditionScreen(view: PhoneView, condition: Exclude<Phone['condition'], 'on'>): Html {
  if (condition === 'wiped') return wipedScreen(view)
  const [name, words] = {
    off: ['phone', 'Switched off'] as const,
    lost: ['question', 'Lost. Somewhere, but not here.'] as const,
    broken: ['broken', 'Broken. Nothing can be read or tapped.'] as const,
  }[condition]
  return html`<div class="blank">${icon(name)}<p>${words}</p></div>`
}

function wipedScreen(view: PhoneView): Html {
  return html`<div class="blank">${icon('wave')}<p>Hello. This device was wiped and is like new.</p>
${view.page && html`<form method="post" action="${actionHref(view, 'set-up')}"><button aria-label="Set up as new on ${view.callName}">Set up as new</button></form>`}</div>`
}
