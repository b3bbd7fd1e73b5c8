/** How often something is so or happens, and where that is known from. `assumed` is what nobody has measured. */
export type Rate = { value: number; source: string; meaning: string }

const assumed = 'assumed'

/**
 * Everything the model rests on. A probability per person unless it says otherwise. Nearly all of it is assumed: that
 * is why each is varied, and why the result is no measurement.
 */
export const rates = {
  hasTablet: rate(0.12, assumed, 'has Authenticator on a second device that stays'),
  hasPasskeyOnPhone: rate(0.1, assumed, 'has a passkey in Authenticator on the old phone'),
  hasTextMessage: rate(0.55, assumed, 'has a phone number registered'),
  hasHello: rate(0.35, assumed, 'has Windows Hello on a computer'),
  hasKey: rate(0.03, assumed, 'has a security key'),
  numberChanges: rate(0.1, assumed, 'gets another number with the phone'),
  losesPhone: rate(
    0.005,
    '4.3 % of employee phones a year are lost or stolen (Ponemon Institute, The Lost Smartphone Problem, 2011), over six weeks',
    'loses the old phone during the move',
  ),
  breaksPhone: rate(0.005, assumed, 'breaks the old phone during the move'),
  reachesForWipe: rate(0.15, assumed, 'reaches for "erase" before it is time'),
  wipesAnyway: rate(0.1, assumed, 'of those: does it in spite of "Do not wipe"'),
  putsOff: rate(0.2, assumed, 'leaves a step for another day, each time'),
  registersFirst: rate(0.45, assumed, 'left alone: registers the new phone before wiping the old one'),
  takesNameForDone: rate(
    0.3,
    assumed,
    'left alone: takes the restored name of the work account for the registration',
  ),
  triesAlone: rate(0.3, assumed, 'left alone: tries the new phone before wiping the old one'),
  removesAlone: rate(0.1, assumed, 'left alone: removes the old registration afterwards'),
  registersWrongPhone: rate(0.01, assumed, 'registers on the old phone by mistake'),
  noticesWrongPhone: rate(0.7, assumed, 'of those: notices by the name that the page shows'),
  newPhoneFails: rate(0.02, assumed, 'has a new registration that never answers'),
  registrationVanishes: rate(0.005, assumed, 'deletes the new registration again by mistake'),
  approvesOnOld: rate(0.15, assumed, 'answers on the old phone where it is on, each time'),
  usesOtherWay: rate(0.1, assumed, 'signs in by another way than the one asked for, each time'),
  provesAnyway: rate(
    0.1,
    assumed,
    'goes on without saying that the old phone is off, for they cannot switch it off',
  ),
  saysNewAnswersUntruly: rate(
    0.1,
    assumed,
    'of those: says that they answer on the new phone while they answer on the old one',
  ),
  saysOffUntruly: rate(0.1, assumed, 'says that the old phone is off while it is on'),
  misassigns: rate(0.02, assumed, 'says of an entry on the old phone that it is on something they keep'),
  doesNotKnow: rate(0.05, assumed, 'does not know whose an entry is, at first'),
  asksDesk: rate(0.3, assumed, 'asks the desk rather than trying again, each time something fails'),
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof rates
export type Rates = Readonly<Record<RateName, number>>

/** The values alone, with one of them perhaps changed. */
export function ratesWith(change: Partial<Rates> = {}): Rates {
  const values = Object.entries(rates).map(([name, { value }]) => [name, value])
  return { ...(Object.fromEntries(values) as Rates), ...change } // the same keys
}

function rate(value: number, source: string, meaning: string): Rate {
  return { value, source, meaning }
}
