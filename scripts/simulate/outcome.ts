/** Why somebody could not sign in any more. */
export type LockOutCause =
  /** wiped or removed because the rules said so, everything they had said was true, and nothing was labelled as weaker */
  | 'gate_should_have_known'
  /** the same, but something that was said to the portal was untrue */
  | 'misled'
  /** the same, but the record showed a weaker proof */
  | 'with_reservation'
  /** erased the old phone against "Do not wipe" */
  | 'against_notice'
  /** the old phone was lost or broken before another way was there */
  | 'accident'
  /** nobody had told them; only without guidance */
  | 'unguided'

/** What became of one person's move. */
export type Outcome = {
  lockOut: LockOutCause | null
  /** How often the desk had to verify them and touch their registrations. */
  deskCases: number
  /** The old phone's registration still stands at the end. */
  isOldLeft: boolean
  /** The move came to its end without the desk ending it. */
  isFinished: boolean
}
