import { isoAt, realNow } from './clock'
import { currentAppVersion } from './make-phone'
import { getPerson } from './people'
import type { Person } from './person'
import type { AppAccount, Backup, Phone } from './phone'
import { changePhone, getPhone, isReachable } from './phones'
import { newId, type World } from './world'

export type BackupRefusal =
  | 'backup_exists'
  | 'account_already_added'
  | 'no_backup'
  | 'switches_off'
  | 'no_network'
  | 'not_in_this_model'

/** The app's own words, where it has any. */
export const backupErrorTexts: Partial<Record<BackupRefusal, string>> = {
  backup_exists: 'There is already a backup on your iCloud account on another device',
  account_already_added: 'Unable to restore',
}

/** The in-app backup switch (legacy iOS and Android). Legacy iOS refuses a second device; Android takes over. */
export function turnOnBackup(world: World, phoneId: string): BackupRefusal | null {
  const phone = getPhone(world, phoneId)
  const existing = backupOf(getPerson(world, phone.ownerId), phone.backupModel)
  if (phone.backupModel === 'ios_keychain') return 'not_in_this_model'
  if (!isReachable(phone)) return 'no_network'
  if (phone.backupModel === 'ios_legacy' && existing && existing.phoneId !== phoneId) return 'backup_exists'
  changePhone(world, phoneId, (draft, owner) => {
    for (const other of owner.phones) if (other.backupModel === draft.backupModel) other.backupOn = false
    draft.backupOn = true
    saveBackup(world, owner, draft)
  })
  return null
}

/** Switches the in-app backup off: the copy in the cloud is deleted with it. */
export function turnOffBackup(world: World, phoneId: string): void {
  changePhone(world, phoneId, (draft, owner) => {
    draft.backupOn = false
    owner.backups = owner.backups.filter(({ phoneId: writer }) => writer !== phoneId)
  })
}

/** One of the switches in the iOS settings of the current model. All four on: the names are saved. */
export function setIcloudSwitch(
  world: World,
  phoneId: string,
  name: keyof Phone['icloud'],
  isOn: boolean,
): void {
  changePhone(world, phoneId, (draft, owner) => {
    draft.icloud[name] = isOn
    if (isIcloudReady(draft) && draft.accounts.length > 0) saveBackup(world, owner, draft)
  })
}

/** All four switches of the current iOS model are on. */
function isIcloudReady({ icloud }: Phone): boolean {
  return icloud.drive && icloud.keychain && icloud.backup && icloud.authenticator
}

/**
 * "Begin recovery" (legacy iOS, Android) or the names that appear by themselves (current iOS). Work accounts come
 * back as a name only; never a registration, never a passkey, never across platforms.
 */
export function beginRecovery(world: World, phoneId: string): BackupRefusal | null {
  const phone = getPhone(world, phoneId)
  const backup = backupOf(getPerson(world, phone.ownerId), phone.backupModel)
  if (!isReachable(phone)) return 'no_network'
  if (phone.backupModel !== 'ios_keychain' && phone.accounts.length > 0) return 'account_already_added'
  if (phone.backupModel === 'ios_keychain' && !isIcloudReady(phone)) return 'switches_off'
  if (!backup) return 'no_backup'
  changePhone(world, phoneId, (draft) => addMissing(draft, backup))
  return null
}

/** Installs Authenticator on a phone that has none, or deletes and installs it again: empty either way. */
export function reinstallApp(world: World, phoneId: string): void {
  changePhone(world, phoneId, (draft) => {
    const version = draft.backupModel === 'ios_legacy' ? '6.7.16' : currentAppVersion(draft.platform)
    Object.assign(draft, { appVersion: version, accounts: [], passkeyMethodIds: [], backupOn: false })
  })
}

/** Updates a legacy iOS app: it has no backup of its own any more, and iCloud's switches begin to count. */
export function updateApp(world: World, phoneId: string): void {
  changePhone(world, phoneId, (draft, owner) => {
    draft.appVersion = currentAppVersion(draft.platform)
    if (draft.backupModel !== 'ios_legacy') return
    Object.assign(draft, { backupModel: 'ios_keychain', backupOn: false })
    if (world.settings.legacyBackupAfterUpdate === 'gone')
      owner.backups = owner.backups.filter(({ phoneId: writer }) => writer !== phoneId)
    if (isIcloudReady(draft)) saveBackup(world, owner, draft)
  })
}

/** What lies in the cloud for a model, or null. */
function backupOf(person: Person, model: Phone['backupModel']): Backup | null {
  return person.backups.find((backup) => backup.model === model) ?? null
}

/** A third party's account is added to the app: the same secret on every phone it is added to, the same codes. */
export function addOtherAccount(
  world: World,
  phoneId: string,
  account: { issuer: string; label: string; totpSecret: string },
): void {
  changePhone(world, phoneId, (draft, owner) => {
    draft.accounts.push({ ...account, id: `other-${newId()}`, kind: 'other' })
    const isSaved = draft.backupModel === 'ios_keychain' ? isIcloudReady(draft) : draft.backupOn
    if (isSaved) saveBackup(world, owner, draft)
  })
}

function saveBackup(world: World, owner: Person, phone: Phone): void {
  const accountLabel =
    phone.backupModel === 'ios_keychain'
      ? `${owner.givenName}’s Apple account`
      : `${owner.givenName}’s private Microsoft account`
  const saved = {
    model: phone.backupModel,
    phoneId: phone.id,
    accountLabel,
    savedAt: isoAt(realNow()),
    accounts: phone.accounts,
  }
  owner.backups = [
    ...owner.backups.filter(({ model }) => model !== phone.backupModel),
    structuredClone(saved),
  ]
  if (phone.backupModel === 'ios_keychain' && world.settings.icloudCodesSync === 'live')
    for (const other of owner.phones)
      if (other.id !== phone.id && isListening(other)) addMissing(other, saved)
}

/** iCloud reaches the app on it without anybody opening it. */
const isListening = (phone: Phone) =>
  phone.backupModel === 'ios_keychain' && isReachable(phone) && isIcloudReady(phone)

function addMissing(phone: Phone, { accounts }: Pick<Backup, 'accounts'>): void {
  const known = new Set(phone.accounts.map(({ label }) => label))
  phone.accounts.push(...accounts.map(restored).filter(({ label }) => !known.has(label)))
}

function restored(account: AppAccount): AppAccount {
  if (account.kind === 'work') return { ...account, id: 'work-name-only', methodId: null, totpSecret: null }
  return structuredClone(account)
}
