import type { MoveActions } from '@/components/swap/actions'
import type { Edition } from '@/lib/guides/edition'
import type { MySwapView } from '@/lib/queries/my-swap'

/** What every step of a move is drawn from. */
export type StepProps = {
  swap: MySwapView
  edition: Edition | null
  /** The texts for the other kinds of account, where the current step is about them. */
  otherEditions: Edition[]
  shown: ShownFields
  securityInfoUrl: string
  actions: MoveActions
  /** The last fresh sign-in did not come back. */
  isSignInFailed: boolean
}

/** What a form says of the page it is on: hidden fields. */
export type ShownFields = { shownStep: string; shownEdition: string; shownNote: string }
