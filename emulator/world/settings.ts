/** What a demo or a test may turn. Lags and limits follow the emulator's clock, which `clockOffsetSeconds` moves. */
export type Settings = {
  clockOffsetSeconds: number
  /** Where sign-ins come from: the office is the organisation's trusted location. */
  signInsFrom: 'office' | 'elsewhere'
  /** How old the registration report is. Microsoft: up to 36 hours. */
  reportLagMinutes: number
  auditLagSeconds: number
  signInLogLagSeconds: number
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
  /** Delta tokens given out before this instant (milliseconds) have expired. */
  deltaValidFrom: number
  /** The audit log's correlationId is the caller's client-request-id when that is a GUID. Not verified at Microsoft. */
  auditKeepsClientRequestId: boolean
  /** Entra ID P1: without it reports and logs are refused. */
  hasPremiumLicence: boolean
  /** Null: about an hour, different for every token, as Entra does. */
  accessTokenSeconds: number | null
  /** How long a sign-in with MFA lets people change their own methods. */
  freshMinutes: number
  /** 'kind': the last method of the preferred kind is guarded; 'registration': the very one the preference was made with. */
  defaultMethodRule: 'kind' | 'registration'
  /** Shuffle $batch answers, as Microsoft may. */
  shufflesBatch: boolean
  /** How long one sign-in request to the phones stays open. */
  pushSeconds: number
}

export const firstSettings: Settings = {
  clockOffsetSeconds: 0,
  signInsFrom: 'office',
  reportLagMinutes: 24 * 60,
  auditLagSeconds: 60,
  signInLogLagSeconds: 60,
  directoryLagSeconds: 0,
  revokeLagSeconds: 0,
  passLagSeconds: 0,
  throttleScale: 1,
  roundTripMs: 0,
  deltaValidFrom: 0,
  auditKeepsClientRequestId: true,
  hasPremiumLicence: true,
  accessTokenSeconds: null,
  freshMinutes: 10,
  defaultMethodRule: 'kind',
  shufflesBatch: true,
  pushSeconds: 300,
}
