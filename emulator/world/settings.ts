import { firstUncertain, type Uncertain } from './uncertain'

/** What a demo or a test may turn. Lags and limits follow the emulator's clock. */
type Switches = {
  /** Moves the emulator's clock away from the computer's. */
  clockOffsetSeconds: number
  /** How many times as fast as the computer's the emulator's clock runs. */
  timeScale: number
  /** Where sign-ins come from: the office is the organisation's trusted location. */
  signInsFrom: 'office' | 'elsewhere'
  /** How old the registration report is. Microsoft: up to 36 hours. */
  reportLagMinutes: number
  auditLagSeconds: number
  signInLogLagSeconds: number
  /** How long a logged sign-in says "satisfied by claim" before it says how. */
  signInDetailsLagSeconds: number
  /** How long /users and /users/delta show the state before a change. */
  directoryLagSeconds: number
  /** How long sessions live on after revokeSignInSessions. */
  revokeLagSeconds: number
  /** How long a new Temporary Access Pass is not yet accepted at sign-in. */
  passLagSeconds: number
  /** 1 = the documented limits, 10 = ten times as generous, 0 = no throttling. */
  throttleScale: number
  /** Every Graph answer takes at least this long, as over a real network. */
  roundTripMs: number
  /** Where pages without a member come in between, as the paging page warns. */
  emptyPages: 'delta' | 'everywhere' | 'nowhere'
  /** Delta tokens given out before this instant (milliseconds) have expired. */
  deltaValidFrom: number
  /** Entra ID P1: without it reports and logs are refused. */
  hasPremiumLicence: boolean
  /** Null: about an hour, different for every token, as Entra does. */
  accessTokenSeconds: number | null
  /** How long a sign-in with MFA lets people change their own methods. */
  freshMinutes: number
  /** Shuffle $batch answers, as Microsoft may. */
  shufflesBatch: boolean
  /** How long one sign-in request to the phones stays open. */
  pushSeconds: number
}

export type Settings = Switches & Uncertain

export const firstSettings: Settings = {
  ...firstUncertain,
  clockOffsetSeconds: 0,
  timeScale: 1,
  signInsFrom: 'office',
  reportLagMinutes: 24 * 60,
  auditLagSeconds: 60,
  signInLogLagSeconds: 60,
  signInDetailsLagSeconds: 0,
  directoryLagSeconds: 0,
  revokeLagSeconds: 0,
  passLagSeconds: 0,
  throttleScale: 1,
  roundTripMs: 0,
  emptyPages: 'delta',
  deltaValidFrom: 0,
  hasPremiumLicence: true,
  accessTokenSeconds: null,
  freshMinutes: 10,
  shufflesBatch: true,
  pushSeconds: 300,
}

/** Settings with changes put over them; lists of named things (`amr`, `answers`) keep what is not named. */
export function withChanges(settings: Settings, changes: Partial<Settings>): Settings {
  return {
    ...settings,
    ...changes,
    amr: { ...settings.amr, ...changes.amr },
    answers: { ...settings.answers, ...changes.answers },
  }
}
