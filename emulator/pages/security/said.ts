import type { Html } from '../html'
import { notice } from '../layout'

const sentences = {
  added: ['safe', 'The method was added to your security info.'],
  deleted: ['safe', 'The method was deleted. It can no longer be used to sign in.'],
  default_set: ['safe', 'Your default sign-in method was updated.'],
  is_default: [
    'stop',
    'This is your default sign-in method, and others are registered. Change the default first, then delete it.',
  ],
  limit_reached: [
    'stop',
    'You already have five authenticator apps or hardware tokens, which is the limit. Delete one you no longer use first.',
  ],
  alternate_first: ['stop', 'Delete the alternate phone first.'],
  not_allowed: ['stop', 'Your organisation does not allow this method.'],
  not_found: ['stop', 'That is no longer on your list.'],
  not_deletable: ['stop', 'That cannot be deleted here.'],
  not_possible: ['stop', 'That is no longer on your list, or cannot be changed here.'],
  number_wrong: ['stop', 'A phone number looks like this: +39 3351234567.'],
  number_taken: ['stop', 'You already have a mobile and an alternate number. Delete one first.'],
} as const satisfies Record<string, readonly ['safe' | 'stop', string]>

export type SecurityCode = keyof typeof sentences

/** What Security info says about the last change; nothing for a code that is none of ours. */
export function securityNotice(code: string | null): Html | null {
  if (code === null || !isSecurityCode(code)) return null
  const [kind, sentence] = sentences[code]
  return notice(kind, sentence)
}

function isSecurityCode(code: string): code is SecurityCode {
  return Object.hasOwn(sentences, code)
}
