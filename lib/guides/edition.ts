import type { Step } from '@/lib/domain/step'
import type { Language } from '@/lib/i18n/language'

export type Platform = 'ios' | 'android'
export type BackupModel = 'ios_keychain' | 'ios_legacy' | 'android'

/** A step that somebody is guided through. */
export type GuideStep = Exclude<Step, 'safe'>

/** Which account a text is about: the work account of the move, or one of the others in the old phone's list. */
export const guideAccounts = ['work', 'guest', 'second_work', 'personal', 'codes'] as const
export type GuideAccount = (typeof guideAccounts)[number]

/** Everything about a move that decides which text somebody needs. */
export type GuideContext = {
  step: GuideStep
  account: GuideAccount
  /** Null until the person says. */
  from: Platform | null
  to: Platform | null
  /** Of the old phone; null where no backup crosses, or too little is said. */
  backupModel: BackupModel | null
  /** Of Authenticator on the old phone, as Microsoft shows it; null where it does not. */
  appVersion: string | null
  number: 'same' | 'new'
  hasOldPhone: boolean
  /** Whether another device with Authenticator stays, such as a tablet. */
  hasSecondDevice: boolean
  /** Whether the old phone holds a passkey of the work account. */
  hasPasskey: boolean
  /** Where this is read. A phone cannot scan a code from its own screen, nor be off meanwhile. */
  screen: 'computer' | 'old_phone' | 'new_phone'
}

/** What an edition can be for some of only. */
export type Facets = Omit<GuideContext, 'step' | 'account' | 'appVersion'>

export type GuideText = {
  why: string
  /** What to do, in order. */
  lines: readonly string[]
  /** What counts as done. */
  done: string
  /** The way out for who did the forbidden thing first, with each fix. */
  trap?: { question: string; lead: string; fixes: readonly string[] }
}

export const drawings = [
  'phones',
  'list',
  'second_way',
  'names',
  'crossing',
  'enrol',
  'scan',
  'pair',
  'approve',
  'remove',
  'again',
  'others',
] as const
export type DrawingName = (typeof drawings)[number]

/**
 * One text for one step of one kind of move, and where it is known from. Never changed once shown: a new text is
 * a new edition, and the old one gets `validTo` and `supersededBy`.
 */
export type Edition = {
  /** Kept with the evidence: which text a person had before them. */
  id: string
  step: GuideStep
  account: GuideAccount
  /** Whom it is for: of each facet that is named, one of these. */
  fits: { readonly [Name in keyof Facets]?: readonly Facets[Name][] }
  /** Versions of Authenticator on the old phone: from this one, up to but without that one. */
  app: { from: string | null; before: string | null }
  /** The oldest system it is written for, as Apple and Google count. */
  system: { ios: string | null; android: string | null }
  validFrom: string
  /** The first day on which it no longer holds; null: open. */
  validTo: string | null
  supersededBy: string | null
  source: string
  reviewedOn: string
  /** How it is known that the step is done. */
  known: 'attested' | 'seen' | 'proved'
  minutes: number
  drawing: DrawingName
  text: Record<Language, GuideText>
}

type Written = Pick<Edition, 'id' | 'step' | 'source' | 'known' | 'minutes' | 'drawing' | 'text'> &
  Partial<Edition>

/** An edition, with what most of them share: the work account, every version, from the change of the iOS backup on. */
export function edition(written: Written): Edition {
  return {
    account: 'work',
    fits: {},
    app: { from: null, before: null },
    system: { ios: null, android: null },
    validFrom: '2025-10-15',
    validTo: null,
    supersededBy: null,
    reviewedOn: '2026-11-28',
    ...written,
  }
}
