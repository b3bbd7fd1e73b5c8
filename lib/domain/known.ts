/** How a thing is known: the grammar of truth. */
export const knownHow = [
  /** somebody said so */
  'attested',
  /** Microsoft showed it */
  'seen',
  /** proved here: a fresh sign-in, a read-back */
  'proved',
  /** the person named it, Microsoft shows that it exists */
  'declared',
  /** proved, but something else could have given the same proof */
  'weaker',
  /** decided or done in this portal */
  'done',
] as const

export type Known = (typeof knownHow)[number]
