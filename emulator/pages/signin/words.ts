import type { RingState } from '../../world/ring'

/** Sentences a sign-in page can say about the last attempt, in the manner of Microsoft's. */
export const words = {
  denied: 'Request denied. We sent a sign-in request to your Microsoft Authenticator app, but you denied it.',
  wrong_number: 'Request denied. The number picked on the phone was not the one shown here.',
  no_answer:
    'We didn’t hear from you. We sent a sign-in request to your Microsoft Authenticator app, but we didn’t receive a response.',
  failed:
    'Sorry, we couldn’t verify you. The answer of your Microsoft Authenticator app could not be checked. Try again, or use another way to sign in. Error code: 500121',
  code_wrong: 'You didn’t enter the expected verification code. Try again.',
  call_refused: 'Sorry, we’re having trouble verifying your account: the call was not answered with #.',
  pass_wrong:
    'Your Temporary Access Pass is incorrect. If you don’t know your pass, contact your administrator.',
  pass_used: 'Temporary Access Pass sign in was blocked due to User Credential Policy.',
  pass_blocked: 'Temporary Access Pass sign in was blocked due to User Credential Policy.',
  pass_expired: 'Your Temporary Access Pass has expired. Contact your administrator for a new one.',
  pass_early: 'Your Temporary Access Pass is not valid yet.',
  account_off: 'Your account has been disabled. Contact your administrator. Error code: 50057',
} as const

export type PageCode = keyof typeof words

/** What a sign-in page says when nobody approved; null while that is still possible, or done. */
export function wordOfRing(state: RingState, kind: 'push' | 'call'): PageCode | null {
  if (state === 'waiting' || state === 'approved') return null
  if (kind === 'call') return 'call_refused'
  return state === 'expired' ? 'no_answer' : state
}
