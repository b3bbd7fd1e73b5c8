import { realNow } from '../../world/clock'
import type { AppAccount } from '../../world/phone'
import { totpAt } from '../../world/totp'
import { classes, type Html, html } from '../html'
import { icon } from '../icons'
import { accountTitle, actionHref, type PhoneView, screenHref } from './view'

/** The list of accounts, as Authenticator opens with. */
export function homeScreen(view: PhoneView): Html {
  const { phone } = view
  if (phone.appVersion === null) return notInstalled(view)
  return html`${appHead(view)}
${phone.accounts.length > 0 ? html`<ul class="accounts">${phone.accounts.map((account) => accountRow(view, account))}</ul>` : firstRun(view)}`
}

function appHead(view: PhoneView): Html {
  const { callName, page } = view
  return html`<div class="app-head"><h3>Authenticator</h3>${
    page &&
    html`<div class="row">
<a class="button tap-target" href="${screenHref(view, 'add')}" aria-label="Add account on ${callName}">${icon('plus')}</a>
<a class="button tap-target" href="${screenHref(view, 'settings')}" aria-label="Settings on ${callName}">${icon('gear')}</a>
</div>`
  }</div>`
}

function accountRow(view: PhoneView, account: AppAccount): Html {
  const title = accountTitle(view, account)
  const isNameOnly =
    account.kind === 'work'
      ? account.methodId === null
      : account.kind === 'personal' && account.state === 'nameOnly'
  return html`<li class="${classes('account', account.kind)}">
<span class="face" aria-hidden="true">${title.slice(0, 1)}</span>
<span class="account-name"><b>${title}</b><small>${account.label}</small></span>
${view.page && html`<a class="button tap-target" href="${screenHref(view, `account-${account.id}`)}" aria-label="${title} ${account.label} on ${view.callName}">${icon('forward')}</a>`}
${isNameOnly ? nameOnly(view, account) : account.totpSecret && codeLine(view, title, account.totpSecret)}
${account.kind === 'work' && view.phone.passkeyMethodIds.length > 0 && html`<span class="wide row small soft">${icon('key')} Passkey on this device</span>`}
</li>`
}

function nameOnly(view: PhoneView, account: AppAccount): Html {
  const words = 'Sign in to add your account.'
  return account.kind === 'work' && view.page
    ? html`<a class="wide alarm" href="${screenHref(view, 'add')}" aria-label="${words} On ${view.callName}">${words}</a>`
    : html`<span class="wide alarm">${words}</span>`
}

function codeLine(view: PhoneView, title: string, secret: string): Html {
  const code = totpAt(secret, realNow())
  return html`<span class="wide totp"><span class="digits" role="timer" aria-label="One-time code of ${title} on ${view.callName}">${code.slice(0, 3)} ${code.slice(3)}</span>
${view.page && html`<small class="soft">changes every 30 s</small>`}</span>`
}

function notInstalled(view: PhoneView): Html {
  return html`<div class="blank">${icon('phone')}<p>Authenticator is not installed on this ${deviceWord(view)}.</p>
${view.page && html`<form method="post" action="${actionHref(view, 'install')}"><button class="primary" aria-label="Install Authenticator on ${view.callName}">Install Authenticator</button></form>`}</div>`
}

function firstRun(view: PhoneView): Html {
  if (!view.page) return html`<div class="blank"><p>No accounts yet.</p></div>`
  const isByHand = view.phone.backupModel !== 'ios_keychain'
  const recovery = isByHand ? 'Begin recovery' : 'Wait for iCloud'
  return html`<div class="blank"><p>No accounts yet. ${
    isByHand
      ? 'Begin recovery before adding the first one: afterwards a backup cannot be restored.'
      : 'Names saved in iCloud Keychain appear here by themselves.'
  }</p>
<form method="post" action="${actionHref(view, 'begin-recovery')}"><button aria-label="${recovery} on ${view.callName}">${recovery}</button></form>
<a class="button primary" href="${screenHref(view, 'add')}" aria-label="Add work or school account on ${view.callName}">Add work or school account</a></div>`
}

function deviceWord({ phone }: PhoneView): string {
  return phone.slot === 'tablet' ? 'tablet' : 'phone'
}
