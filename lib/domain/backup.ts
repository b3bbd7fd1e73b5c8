import type { BackupRole, DeviceState, Platform } from './device'
import { isInUse } from './device'

/** How Authenticator backs up: three models that have little in common. */
export const backupModels = ['ios_keychain', 'ios_legacy', 'android'] as const
export type BackupModel = (typeof backupModels)[number]

/** What must be on for the current iOS model: three switches of iOS, and the app's own beneath them. */
export const backupSwitches = ['drive', 'keychain', 'backup', 'app'] as const
export type BackupSwitch = (typeof backupSwitches)[number]

/** From this version on, Authenticator on iOS backs up by iCloud Keychain, and has no backup of its own any more. */
export const keychainVersion = '6.8.33'

const dayMs = 86_400_000
/** Older than this, a backup is worth a look. */
export const oldAfterDays = 30
/** Older than this, nobody should count on it. */
export const overdueAfterDays = 60

/** Which models a device of this platform can have, the most likely first. */
export function modelsOf(platform: Platform): readonly BackupModel[] {
  return platform === 'ios' ? ['ios_keychain', 'ios_legacy'] : ['android']
}

/** Whether the app shows a date for it. */
export function isDated(model: BackupModel): boolean {
  return model !== 'ios_keychain'
}

/** What somebody said of a device's backup. */
export type Attestation = { model: BackupModel; isOn: boolean; backedUpOn: string | null; at: Date }

/** What else is known of the device, against which that can be held. */
export type BackupSight = {
  /** As its owner says; null while nobody did. */
  platform: Platform | null
  /** As Microsoft shows for its registrations. */
  platformShown: Platform | null
  appVersion: string | null
  /** Another device of the same account was said to make a backup too, and was not said to have stopped. */
  isRivalOn: boolean
}

export type BackupState = 'unknown' | 'attested' | 'getting_old' | 'overdue' | 'off' | 'contradicted'

export type BackupDoubt = 'platform_differs' | 'app_too_old' | 'app_too_new' | 'second_device'

export type Backup = {
  state: BackupState
  /** The day of the backup, or when its switches were last looked at. */
  since: Date | null
  /** What speaks against it; null unless contradicted. */
  doubt: BackupDoubt | null
}

/**
 * How the backup of a device stands: what its owner said, how old that is, and what speaks against it. Nobody
 * else can see a backup, so nothing here is ever more than attested.
 */
export function readBackup(said: Attestation | null, sight: BackupSight, now: Date): Backup {
  if (!said) return { state: 'unknown', since: null, doubt: null }
  if (!said.isOn) return { state: 'off', since: said.at, doubt: null }
  const since = said.backedUpOn ? new Date(`${said.backedUpOn}T00:00:00Z`) : said.at
  const doubt = doubtOf(said.model, sight)
  if (doubt) return { state: 'contradicted', since, doubt }
  return { state: stateByAge((now.getTime() - since.getTime()) / dayMs), since, doubt: null }
}

function doubtOf(model: BackupModel, sight: BackupSight): BackupDoubt | null {
  const { platform, platformShown, appVersion, isRivalOn } = sight
  const isOther = (known: Platform | null) => known !== null && !modelsOf(known).includes(model)
  if (isOther(platform) || isOther(platformShown)) return 'platform_differs'
  const isOld = appVersion !== null && compareVersions(appVersion, keychainVersion) < 0
  if (model === 'ios_keychain' && isOld) return 'app_too_old'
  if (model === 'ios_legacy' && appVersion !== null && !isOld) return 'app_too_new'
  return isRivalOn ? 'second_device' : null
}

function stateByAge(days: number): BackupState {
  if (days > overdueAfterDays) return 'overdue'
  return days > oldAfterDays ? 'getting_old' : 'attested'
}

/** Less than 0 when `one` is the older version: `6.8.9` is older than `6.8.33`. What is not a number counts as 0. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)]
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function partsOf(version: string): number[] {
  return version.split('.').map((part) => Number.parseInt(part, 10) || 0)
}

/** A device as far as the rule of the one primary looks at it. */
export type Holder = {
  id: string
  platform: Platform | null
  role: BackupRole
  backupAccount: string
  state: DeviceState
}

/** The device that holds the backup of an account, if there is one. Accounts are told apart by their label, however it is written. */
export function findPrimary<Device extends Holder>(
  devices: readonly Device[],
  account: string,
): Device | null {
  return (
    devices.find(({ role, backupAccount }) => role === 'primary' && isSame(backupAccount, account)) ?? null
  )
}

/** Whether two labels mean the same account. */
export function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** What somebody wants to say of a backup. */
export type Claim = { model: BackupModel; account: string; backedUpOn: string | null }

/** Field → why it cannot be said like that. Empty when it can. `today` is the person's own day. */
export function claimProblems(device: Holder, claim: Claim, { others, today }: ClaimContext) {
  const problems: Partial<Record<'model' | 'backedUpOn' | 'account', ClaimProblem>> = {}
  if (device.platform && !modelsOf(device.platform).includes(claim.model))
    problems.model = 'backup_other_platform'
  if (isDated(claim.model) && claim.backedUpOn === null) problems.backedUpOn = 'field_required'
  if (claim.backedUpOn !== null && claim.backedUpOn > today) problems.backedUpOn = 'backup_in_future'
  const primary = findPrimary(others, claim.account)
  if (primary && primary.id !== device.id) problems.account = 'backup_elsewhere'
  return problems
}

export type ClaimProblem =
  | 'backup_other_platform'
  | 'field_required'
  | 'backup_in_future'
  | 'backup_elsewhere'

export type ClaimContext = {
  /** Every device of the same person. */
  others: readonly Holder[]
  /** `2026-11-28` */
  today: string
}

/** Why nothing can be said of a device's backup now, or null when something can. */
export function backupRefusal({ state }: Pick<Holder, 'state'>, { isMoving }: { isMoving: boolean }) {
  if (!isInUse(state)) return 'device_not_in_use'
  return isMoving ? 'primary_moving' : null
}

/** Why a device cannot be said to only restore, or null when it can. */
export function restoreOnlyRefusal(device: Pick<Holder, 'state' | 'role'>, context: { isMoving: boolean }) {
  return device.role === 'primary' ? 'backup_is_primary' : backupRefusal(device, context)
}

const checkEveryDays = 30

/** Whoever was last asked about their backup, or last spoke of it, before this instant is asked again. */
export function checkDueBefore(now: Date): Date {
  return new Date(now.getTime() - checkEveryDays * dayMs)
}

/**
 * From when on somebody is asked next about the backup on a device, or null where that is now: a month after they
 * last spoke of it or were asked. The other side of `checkDueBefore`.
 */
export function nextCheckAt({ saidAt, askedAt }: CheckTimes, now: Date): Date | null {
  const last = Math.max(saidAt?.getTime() ?? 0, askedAt?.getTime() ?? 0)
  const next = new Date(last + checkEveryDays * dayMs)
  return next > now ? next : null
}

type CheckTimes = { saidAt: Date | null; askedAt: Date | null }

/** Why the monthly question cannot be answered, or null when it can. */
export function answerCheckRefusal(check: { answeredAt: Date | null } | null) {
  return check && check.answeredAt === null ? null : 'backup_no_check'
}
