import type { Owner } from '@/lib/domain/evidence'
import type { Said } from '@/lib/domain/step'
import type { BackupModel, GuideAccount, GuideContext, GuideStep, Platform } from './edition'
import { isVersionWithin } from './version'

/** What is looked at of a registration: whose it is, and what it is. */
type Entry = { kind: string; owner: Owner | null; isPhone: boolean; detail: string | null }

type Move = { said: Said; entries: readonly Entry[] }

/** What decides which text somebody needs at a step: what they said, and what Microsoft shows of their phones. */
export function guideContext(
  { said, entries }: Move,
  step: GuideStep,
  account: GuideAccount = 'work',
): GuideContext {
  const from = platformOf(said.oldPlatform)
  const to = platformOf(said.newPlatform)
  const hasOldPhone = said.hasOldPhone !== false
  const ofOldPhone = entries.filter(({ owner }) => owner === 'old_phone')
  const appVersion = ofOldPhone.find(({ kind }) => kind === 'microsoftAuthenticator')?.detail ?? null
  const backupModel = from && from === to ? modelOf(from, { said: said.backupModel, appVersion }) : null
  return {
    step,
    account,
    from,
    to,
    backupModel,
    appVersion: backupModel === 'android' || backupModel === null ? null : appVersion,
    number: said.number === 'new' ? 'new' : 'same',
    hasOldPhone,
    hasSecondDevice: entries.some(
      ({ kind, owner }) => owner === 'kept_device' && kind === 'microsoftAuthenticator',
    ),
    hasPasskey: ofOldPhone.some(({ kind, isPhone }) => kind === 'fido2' && isPhone),
    screen: screenOf(said.screen ?? null, hasOldPhone),
  }
}

/** The first version of Authenticator whose backup is iCloud's own, with no switch in the app. */
const keychainSince = { from: '6.8.33', before: null }

/** On an iPhone the app's version decides, where Microsoft shows it: whoever says otherwise looked at another screen. */
function modelOf(
  platform: Platform,
  { said, appVersion }: { said: string | null; appVersion: string | null },
): BackupModel {
  if (platform === 'android') return 'android'
  if (appVersion) return isVersionWithin(appVersion, keychainSince) ? 'ios_keychain' : 'ios_legacy'
  return said === 'ios_legacy' ? 'ios_legacy' : 'ios_keychain'
}

function platformOf(name: string | null): Platform | null {
  return name === 'ios' || name === 'android' ? name : null
}

function screenOf(name: string | null, hasOldPhone: boolean): GuideContext['screen'] {
  if (name === 'old_phone') return hasOldPhone ? 'old_phone' : 'new_phone'
  return name === 'new_phone' ? 'new_phone' : 'computer'
}
