import {
  type BackupRefusal,
  beginRecovery,
  reinstallApp,
  setIcloudSwitch,
  turnOffBackup,
  turnOnBackup,
  updateApp,
} from '../../world/backup'
import { isoAt, realNow } from '../../world/clock'
import { acceptPass } from '../../world/pass'
import { changePerson } from '../../world/people'
import type { Person } from '../../world/person'
import type { Phone } from '../../world/phone'
import {
  changePhone,
  moveSim,
  pickUpSecond,
  removeAccountFromApp,
  setApprovalsFail,
  setCondition,
  setFlightMode,
  wipePhone,
} from '../../world/phones'
import {
  type RegisterRefusal,
  registerInApp,
  registerOnPhone,
  registerPasskeyInApp,
} from '../../world/registration'
import { pushMethodOf } from '../../world/ring'
import { newId, type World } from '../../world/world'
import type { SaidCode } from './said'

type Touch = { world: World; person: Person; phone: Phone; form: URLSearchParams }

/** What a button on a phone does; the code of what the phone says then, null for nothing. */
type Action = (touch: Touch) => SaidCode | null

const actions: Record<string, Action> = {
  'add-by-code': ({ world, phone, form }) =>
    afterRegistering(registerOnPhone(world, phone.id, form.get('code') ?? ''), null),
  'add-by-pass': ({ world, person, phone, form }) => {
    const outcome = acceptPass(world, person, form.get('pass') ?? '')
    if (outcome !== 'ok') return outcome === 'used' || outcome === 'blocked' ? 'pass_used' : 'pass_wrong'
    return addInApp(world, phone)
  },
  'add-passkey': ({ world, phone }) =>
    afterRegistering(registerPasskeyInApp(world, phone.id), 'passkey_added'),
  'phone-sign-in': quietly(
    ({ world, person, phone }) => setUpPhoneSignIn(world, person, phone),
    'phone_sign_in',
  ),
  'remove-account': quietly(
    ({ world, phone, form }) => removeAccountFromApp(world, phone.id, form.get('account') ?? ''),
    'removed',
  ),
  install: quietly(({ world, phone }) => install(world, phone)),
  uninstall: quietly(({ world, phone }) => uninstall(world, phone)),
  update: quietly(({ world, phone }) => updateApp(world, phone.id), 'updated'),
  'turn-on-backup': ({ world, phone }) => afterBackup(turnOnBackup(world, phone.id), 'backup_on'),
  'turn-off-backup': quietly(({ world, phone }) => turnOffBackup(world, phone.id), 'backup_off'),
  'begin-recovery': ({ world, phone }) =>
    afterBackup(
      beginRecovery(world, phone.id),
      phone.backupModel === 'ios_keychain' ? 'names_back' : 'restored',
    ),
  'icloud-drive': icloud('drive'),
  'icloud-keychain': icloud('keychain'),
  'icloud-backup': icloud('backup'),
  'icloud-authenticator': icloud('authenticator'),
  find: condition('on'),
  repair: condition('on'),
  'set-up': condition('on'),
  'switch-on': condition('on'),
  'switch-off': condition('off'),
  lose: condition('lost'),
  break: condition('broken'),
  wipe: quietly(({ world, phone }) => wipePhone(world, phone.id)),
  'pick-up-second': quietly(({ world, phone }) => pickUpSecond(world, phone.id)),
  'flight-mode-on': quietly(({ world, phone }) => setFlightMode(world, phone.id, true)),
  'flight-mode-off': quietly(({ world, phone }) => setFlightMode(world, phone.id, false)),
  'approvals-fail-on': quietly(({ world, phone }) => setApprovalsFail(world, phone.id, true)),
  'approvals-fail-off': quietly(({ world, phone }) => setApprovalsFail(world, phone.id, false)),
  'move-sim': quietly(({ world, person, phone }) => {
    const holder = person.phones.find(({ id, simNumber }) => id !== phone.id && simNumber !== null)
    if (holder) moveSim(world, holder.id, phone.id)
  }),
}

/** Does what a button of a phone's page says. Null: nothing of that name. */
export function actOnPhone(verb: string, touch: Touch): { said: SaidCode | null } | null {
  const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined
  return action ? { said: action(touch) } : null
}

/** The work account registered from inside the app, its owner having proved who they are. */
export function addInApp(world: World, phone: Phone): SaidCode {
  return afterRegistering(registerInApp(world, phone.id), 'registered') ?? 'registered'
}

/** Passwordless from now on: Microsoft then knows when it was registered, and a device object. */
function setUpPhoneSignIn(world: World, person: Person, phone: Phone): void {
  const registered = pushMethodOf(person, phone)
  changePerson(world, person.id, (draft) => {
    for (const method of draft.methods) {
      if (method.kind !== 'microsoftAuthenticator' || method.id !== registered?.id) continue
      Object.assign(method, {
        passwordless: true,
        createdDateTime: isoAt(realNow()),
        deviceObjectId: newId(),
      })
    }
  })
}

function quietly(change: (touch: Touch) => void, said: SaidCode | null = null): Action {
  return (touch) => {
    change(touch)
    return said
  }
}

function condition(next: Exclude<Phone['condition'], 'wiped'>): Action {
  return quietly(({ world, phone }) => setCondition(world, phone.id, next))
}

function icloud(name: keyof Phone['icloud']): Action {
  return quietly(({ world, phone }) => setIcloudSwitch(world, phone.id, name, !phone.icloud[name]))
}

/** Installed, and on a current iPhone the saved names are there when the app first opens. */
function install(world: World, phone: Phone): void {
  reinstallApp(world, phone.id)
  if (phone.backupModel === 'ios_keychain') beginRecovery(world, phone.id)
}

/** The app and its keys go; the registration at Microsoft stays. */
function uninstall(world: World, phone: Phone): void {
  changePhone(world, phone.id, (draft) => {
    Object.assign(draft, { appVersion: null, accounts: [], passkeyMethodIds: [] })
  })
}

function afterRegistering(
  outcome: { refusal: RegisterRefusal } | { registration: object } | { method: object },
  said: SaidCode | null,
): SaidCode | null {
  return 'refusal' in outcome ? registerWords[outcome.refusal] : said
}

const registerWords: Record<RegisterRefusal, SaidCode> = {
  limit_reached: 'limit_reached',
  not_allowed: 'not_allowed',
  not_found: 'code_wrong',
  expired: 'code_wrong',
  no_network: 'no_network',
  other_person: 'other_person',
}

function afterBackup(refusal: BackupRefusal | null, said: SaidCode): SaidCode {
  return refusal === null ? said : backupWords[refusal]
}

const backupWords: Record<BackupRefusal, SaidCode> = {
  backup_exists: 'backup_exists',
  account_already_added: 'restore_blocked',
  no_backup: 'no_backup',
  switches_off: 'switches_off',
  no_network: 'no_network',
  not_in_this_model: 'not_possible',
}
