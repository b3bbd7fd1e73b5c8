import type { SeenMethod } from './method'

/** Whose a registration of the baseline is, as the person says. */
export type Owner = 'old_phone' | 'kept_device' | 'new_phone' | 'unknown'

/** Whose a registration is that appeared during the move, as the person says where it is not the new phone. */
export type LaterOwner = 'new_phone' | 'kept_device' | 'old_phone'

/** A registration over time, as the readings showed it. */
export type TrackedMethod = Omit<SeenMethod, 'createdAt' | 'lastUsedAt'> & {
  firstSeenAt: Date
  goneAt: Date | null
  lastUsedAt: Date | null
}

export type SignIn = {
  /** When the person gave the first factor, as Microsoft says. */
  at: Date
  amr: readonly string[]
  /** Whether a fresh sign-in had been asked for. */
  isFresh: boolean
}

/** Everything the gate looks at. Nothing in it is a verdict. */
export type Evidence = {
  /** Null until Microsoft has been read for the first time. */
  baselineAt: Date | null
  /** Of every registration in the baseline. */
  owners: ReadonlyMap<string, Owner>
  /** Of registrations that appeared after the baseline: what the person said, where they said something. */
  later?: ReadonlyMap<string, LaterOwner>
  methods: readonly TrackedMethod[]
  signIns: readonly SignIn[]
  /** Whenever the person said that the old phone is off or in flight mode, and stays so until the end. */
  oldPhoneOff: readonly Date[]
  /** Whenever the person said that they answer on the new phone, because the old one cannot be off. */
  newPhoneAnswers: readonly Date[]
  /** Since when the person says that the old phone is lost, stolen or broken; null: not now. */
  oldPhoneGoneAt: Date | null
  /** The person agreed that the desk is their second way in. */
  deskAgreedAt: Date | null
  /** The person looked through the other accounts on the old phone and none is left there. */
  othersCheckedAt: Date | null
  /** Since when the move is frozen, because something about it was not the person's doing. */
  frozenAt: Date | null
  /** Whether the number stays; a number that goes is no second way in. */
  numberChanges: boolean
  /** Until when Microsoft carries text messages and calls. */
  phoneMethodsEndAt: Date
  /** Whether the authentication context asked for at a fresh sign-in has no policy; absent: not known, or none is asked for. */
  isContextUnbound?: boolean
  /** When the last look at Microsoft began that has ended; null before the first, absent where nobody looks. */
  readAt?: Date | null
  now: Date
}

/** What a person can say or agree to during a swap; the kinds of `swap_evidence` rows. */
export const evidenceKinds = [
  /** the old phone is off or in flight mode */
  'old_phone_off',
  /** the old phone cannot be off, and the request is answered on the new one all the same */
  'new_phone_answers',
  /** the old phone is lost, stolen or broken since now */
  'old_phone_gone',
  /** the desk is the second way in */
  'desk_agreed',
  /** the other accounts on the old phone were looked through; counts in the detail */
  'others_checked',
  /** the private list of how to get back into one's own accounts is done; nothing of what it says */
  'kit_done',
  /** which guide edition was on screen; its id in the detail */
  'edition_shown',
  /** our removal of an old registration was asked for; method id and attempt in the detail */
  'removal_asked',
  /** a step of the guide that only the person can see, ticked; its id in the detail */
  'step_done',
  /** what the old phone needs before it is handed in or kept, done; its id in the detail */
  'return_step',
  /** one of these is not done after all; its id in the detail */
  'return_step_undone',
  /** how it went afterwards; the answer in the detail */
  'check_up',
  /** whose a registration is that appeared during the move; method id and owner in the detail */
  'later_named',
  /** how many other accounts the old phone's list holds; counts in the detail */
  'others_counted',
] as const

export type EvidenceKind = (typeof evidenceKinds)[number]
