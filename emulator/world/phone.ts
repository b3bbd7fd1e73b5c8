export type Platform = 'ios' | 'android' | 'ipados'

/** How Authenticator's backup works on this phone (see docs/emulator-differences.md for what is simplified). */
export type BackupModel = 'ios_keychain' | 'ios_legacy' | 'android'

/** An entry in the list that Authenticator shows. */
export type AppAccount =
  | {
      id: string
      kind: 'work'
      label: string
      /** Null while only the name came back from a backup: "Sign in to add your account". */
      methodId: string | null
      /** The secret on this phone; stays after the registration was deleted at Microsoft. Null for name only. */
      totpSecret: string | null
    }
  | {
      id: string
      kind: 'personal'
      label: string
      state: 'registered' | 'nameOnly'
      totpSecret: string | null
    }
  | { id: string; kind: 'other'; issuer: string; label: string; totpSecret: string }

export type Phone = {
  /** `<person id>~<slot>`, so that a phone's owner is known from its id. */
  id: string
  ownerId: string
  /** The device's name, for example "Elio's old iPhone": drawn as caption and sent to Microsoft as displayName. */
  name: string
  /** The model, for example "iPhone 12". */
  label: string
  /** `other`: a second phone named like one of theirs, to be taken for it. */
  slot: 'old' | 'new' | 'tablet' | 'other'
  platform: Platform
  osVersion: string
  /** Null while Authenticator is not installed. */
  appVersion: string | null
  backupModel: BackupModel
  condition: 'on' | 'off' | 'lost' | 'broken' | 'wiped'
  flightMode: boolean
  /** Approving from this phone never works, though it is registered (Samir's story). */
  approvalsFail: boolean
  /** The number of the SIM in it, as in a phone method; null without SIM. */
  simNumber: string | null
  accounts: AppAccount[]
  /** ids of fido2 methods whose key lives in this phone's Authenticator. */
  passkeyMethodIds: string[]
  /** Switches of the current iOS model. Ignored by the other two. */
  icloud: { drive: boolean; keychain: boolean; backup: boolean; authenticator: boolean }
  /** The in-app backup switch of the legacy iOS and Android models. */
  backupOn: boolean
}

/** What lies in a cloud: names of work accounts, secrets of the others. Never a registration, never a passkey. */
export type Backup = {
  model: BackupModel
  /** The one phone that writes it. Legacy iOS refuses a second one. */
  phoneId: string
  /** The private account it is bound to, masked as people would say it; not an address. */
  accountLabel: string
  savedAt: string
  accounts: AppAccount[]
}
