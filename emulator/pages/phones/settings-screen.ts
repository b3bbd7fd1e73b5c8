import type { BackupModel } from '../../world/phone'
import { type Html, html } from '../html'
import { backLink } from './back-link'
import { actionHref, type PhoneView } from './view'

const icloudNames = {
  drive: 'iCloud Drive',
  keychain: 'iCloud Keychain',
  backup: 'iCloud Backup',
  authenticator: 'Authenticator saved to iCloud',
} as const

/** Backup as this phone's model knows it, version, and removing the app. */
export function settingsScreen(view: PhoneView): Html {
  const { phone, callName } = view
  return html`${backLink(view, 'Settings')}
<div class="accounts">
<div class="panel"><h4>Backup</h4><p class="small soft">${modelWords[phone.backupModel]}</p></div>
${phone.backupModel === 'ios_keychain' ? icloudSwitches(view) : inAppBackup(view)}
<p class="small soft">Authenticator ${phone.appVersion ?? 'not installed'} on ${osName(view)} ${phone.osVersion}</p>
${phone.backupModel === 'ios_legacy' && html`<form method="post" action="${actionHref(view, 'update')}"><button aria-label="Update Authenticator on ${callName}">Update Authenticator</button></form>`}
<form method="post" action="${actionHref(view, 'uninstall')}"><button class="danger" aria-label="Delete the app from ${callName}">Delete the app</button></form>
</div>`
}

const modelWords: Record<BackupModel, string> = {
  ios_keychain:
    'This version has no backup of its own. Names and codes travel with iCloud when all four are on.',
  ios_legacy:
    'This older version keeps one encrypted backup in iCloud, tied to a personal Microsoft account.',
  android: 'Cloud backup is tied to one personal Microsoft account. It never crosses to an iPhone.',
}

function icloudSwitches(view: PhoneView): Html {
  return html`<div class="list-links">${(['drive', 'keychain', 'backup', 'authenticator'] as const).map(
    (name) => html`<form method="post" action="${actionHref(view, `icloud-${name}`)}">
<button role="switch" aria-checked="${String(view.phone.icloud[name])}" aria-label="${icloudNames[name]} on ${view.callName}">${icloudNames[name]}<span class="switch" aria-hidden="true"></span></button></form>`,
  )}</div>`
}

function inAppBackup(view: PhoneView): Html {
  const { phone, person, callName } = view
  const name = phone.backupModel === 'android' ? 'Cloud backup' : 'iCloud backup'
  const saved = person.backups.find(({ phoneId }) => phoneId === phone.id)
  const verb = phone.backupOn ? 'Turn off backup' : 'Turn on backup'
  return html`<div class="panel"><dl class="facts small"><dt>${name}</dt><dd>${phone.backupOn ? 'on' : 'off'}</dd>
${saved && html`<dt>Last saved</dt><dd>${saved.savedAt.slice(0, 16).replace('T', ' ')} UTC</dd><dt>Account</dt><dd>${saved.accountLabel}</dd>`}</dl>
<form method="post" action="${actionHref(view, phone.backupOn ? 'turn-off-backup' : 'turn-on-backup')}"><button aria-label="${verb} on ${callName}">${verb}</button></form></div>
<form method="post" action="${actionHref(view, 'begin-recovery')}"><button aria-label="Begin recovery on ${callName}">Begin recovery</button></form>`
}

function osName({ phone }: PhoneView): string {
  return { ios: 'iOS', ipados: 'iPadOS', android: 'Android' }[phone.platform]
}
