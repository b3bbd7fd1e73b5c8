import type { Ring } from '../../world/ring'
import { type Html, html } from '../html'
import { icon } from '../icons'
import type { PhoneView } from './view'

/**
 * A request on the phone's screen: pick the number that the sign-in page shows, then approve; or deny. Approve comes
 * first, because the Enter key presses the first button of a form.
 */
export function ringCard(view: PhoneView, ring: Ring): Html {
  const [approve, deny] = ring.kind === 'push' ? ['Approve', 'Deny'] : ['Press #', 'Hang up']
  return html`<form class="ring" method="post" action="${view.answerTo}" aria-label="Request on ${view.callName}">
<input type="hidden" name="phone" value="${view.phone.id}">
<input type="hidden" name="ring" value="${ring.id}">
${ring.kind === 'push' ? pushQuestion(view, ring) : callQuestion(ring)}
<div class="pair">
<button name="answer" value="approve" class="primary" aria-label="${approve} on ${view.callName}">${approve}</button>
<button name="answer" value="deny" formnovalidate aria-label="${deny} on ${view.callName}">${deny}</button>
</div>
</form>`
}

function pushQuestion(view: PhoneView, ring: Ring): Html {
  return html`<div><h3>Approve sign-in?</h3>
<p class="small">${view.person.displayName} signs in to ${ring.appName}. Pick the number you see there.</p></div>
${numberChoices(view, ring)}`
}

/** Three numbers as large buttons, one of which the other screen shows. */
export function numberChoices(
  { phone, callName }: PhoneView,
  { id, choices }: { id: string; choices: string[] },
): Html {
  return html`<fieldset>
<legend class="unseen">Number shown on the other screen, for ${callName}</legend>
<div class="numbers">${choices.map(
    (choice) =>
      html`<label><input type="radio" required name="number" id="${phone.slot}-${id}-${choice}" value="${choice}" aria-label="${choice} on ${callName}">${choice}</label>`,
  )}</div>
</fieldset>`
}

function callQuestion(ring: Ring): Html {
  return html`<div class="row">${icon('call')}<h3>Incoming call</h3></div>
<p class="small">“Thank you for using the Microsoft sign-in verification system. Press the pound key to finish signing in to ${ring.appName}.”</p>`
}
