import type en from './messages/en.json'

/** The code of an error or refusal. A code without a sentence in `errors` does not compile. */
export type MessageCode = keyof (typeof en)['errors']
