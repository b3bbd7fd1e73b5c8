import type { Html } from '../html'
import { notice } from '../layout'

const sentences = {
  backup_exists: ['stop', 'There is already a backup on your iCloud account on another device'],
  restore_blocked: [
    'stop',
    'Unable to restore. An account was already added to this app. Remove it or install the app again, then begin recovery.',
  ],
  no_backup: [
    'stop',
    'No backup found. A backup is only offered to phones of the same platform and the same account.',
  ],
  restored: ['safe', 'Recovery complete. Work or school accounts need you to sign in again.'],
  names_back: [
    'safe',
    'Your accounts came back from iCloud. Work or school accounts need you to sign in again.',
  ],
  backup_on: ['safe', 'Backup is on.'],
  backup_off: ['note', 'Backup is off. What was saved has been deleted.'],
  registered: ['safe', 'Account added.'],
  code_wrong: ['stop', 'This code is not valid any more. Open Security info and ask for a new one.'],
  pass_wrong: ['stop', 'That Temporary Access Pass is wrong, has expired or was used already.'],
  pass_used: ['stop', 'Temporary Access Pass sign in was blocked due to User Credential Policy.'],
  limit_reached: [
    'stop',
    'You already have five authenticator apps or hardware tokens, which is the limit. Remove one at Security info first.',
  ],
  not_allowed: ['stop', 'Your organisation does not allow this method.'],
  no_network: ['stop', 'No connection. Turn flight mode off and try again.'],
  other_person: ['stop', 'This QR code was made for somebody else’s account.'],
  switches_off: [
    'stop',
    'Nothing came back: iCloud Drive, Keychain, Backup and the switch for Authenticator must all be on.',
  ],
  passkey_added: ['safe', 'Passkey created on this device.'],
  phone_sign_in: ['safe', 'Phone sign-in is set up: this account needs no password on this phone.'],
  updated: ['safe', 'Authenticator is up to date. It has no backup of its own any more; iCloud takes over.'],
  removed: ['note', 'The account was removed from this app. Microsoft still lists the registration.'],
  approved: ['safe', 'Approved.'],
  denied: ['note', 'Denied.'],
  wrong_number: ['stop', 'That is not the number shown at sign-in. The request was turned down.'],
  failed: ['stop', 'Something went wrong. Your answer could not be sent.'],
  too_late: ['stop', 'This request has expired.'],
  not_possible: ['stop', 'That cannot be done on this phone now.'],
} as const satisfies Record<string, readonly ['safe' | 'stop' | 'note', string]>

/** What a phone answered to the last tap; a code, so that an address cannot put words on a screen. */
export type SaidCode = keyof typeof sentences

export function saidNotice(code: SaidCode | null): Html | null {
  if (!code) return null
  const [kind, sentence] = sentences[code]
  return notice(kind, sentence)
}

/** The code in a query, or null when it is none of ours. */
export function saidFrom(value: string | null): SaidCode | null {
  return value !== null && isSaidCode(value) ? value : null
}

function isSaidCode(value: string): value is SaidCode {
  return Object.hasOwn(sentences, value)
}
