import type { AppAccount } from '../../world/phone'
import { pushMethodOf } from '../../world/ring'
import { type Html, html } from '../html'
import { backLink } from './back-link'
import { accountTitle, actionHref, type PhoneView } from './view'

/** One account, and how to take it off this phone. */
export function accountScreen(view: PhoneView, account: AppAccount): Html {
  return html`${backLink(view, 'Account')}
<div class="panel">
<p class="account-name"><b>${accountTitle(view, account)}</b><small>${account.label}</small></p>
<p class="small">${meaning(account)}</p>
<form method="post" action="${actionHref(view, 'remove-account')}">
<input type="hidden" name="account" value="${account.id}">
<button class="danger" aria-label="Remove account from ${view.callName}">Remove account</button>
</form>
${canSignInByPhone(view, account) && html`<form method="post" action="${actionHref(view, 'phone-sign-in')}"><button aria-label="Set up phone sign-in on ${view.callName}">Set up phone sign-in</button></form>`}
${canHoldPasskey(view, account) && html`<form method="post" action="${actionHref(view, 'add-passkey')}"><button aria-label="Create a passkey on ${view.callName}">Create a passkey</button></form>`}
</div>`
}

function canSignInByPhone({ person, phone }: PhoneView, account: AppAccount): boolean {
  return account.kind === 'work' && pushMethodOf(person, phone)?.passwordless === false
}

function canHoldPasskey({ phone }: PhoneView, account: AppAccount): boolean {
  return account.kind === 'work' && account.methodId !== null && phone.passkeyMethodIds.length === 0
}

function meaning(account: AppAccount): string {
  if (account.kind === 'other') return 'Gives codes for another service. Nobody at work can see it.'
  if (account.kind === 'personal') return 'A private account. Its backup is not the employer’s.'
  return account.methodId === null
    ? 'Only the name came back from a backup. It cannot approve anything until you sign in and register it again.'
    : 'Registered on this phone. Removing it here does not remove the registration at Microsoft.'
}
