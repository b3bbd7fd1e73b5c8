import type { MoveActions } from '@/components/swap/actions'
import type { Edition } from '@/lib/guides/editions'
import type { MySwapView } from '@/lib/queries/my-swap'

/** What every step of a move is drawn from. */
export type StepProps = {
  swap: MySwapView
  edition: Edition | null
  securityInfoUrl: string
  actions: MoveActions
}
