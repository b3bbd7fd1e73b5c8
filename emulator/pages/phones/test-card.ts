import type { PendingRegistration } from '../../world/registration'
import { type Html, html } from '../html'
import { numberChoices } from './ring-card'
import type { PhoneView } from './view'

/** The number test at the end of a registration: only when it passes does Microsoft list the phone. */
export function testCard(view: PhoneView, { id, number }: PendingRegistration): Html {
  const choices = number === null ? [] : threeAround(number)
  return html`<form class="ring" method="post" action="${view.answerTo}" aria-label="Set-up test on ${view.callName}">
<input type="hidden" name="phone" value="${view.phone.id}">
<input type="hidden" name="registration" value="${id}">
<div><h3>Let’s try it out</h3><p class="small">Pick the number that Security info shows, to finish adding the account.</p></div>
${numberChoices(view, { id, choices })}
<div class="pair">
<button name="answer" value="approve" class="primary" aria-label="Approve on ${view.callName}">Approve</button>
<button name="answer" value="deny" formnovalidate aria-label="Deny on ${view.callName}">Deny</button>
</div>
</form>`
}

/** The right number among two others, in an order that gives nothing away and stays while one looks. */
function threeAround(number: number): string[] {
  const twoDigits = (value: number) => 10 + ((((value - 10) % 90) + 90) % 90)
  return [number, twoDigits(number + 37), twoDigits(number - 29)].toSorted((a, b) => a - b).map(String)
}
