import type { FormAction } from '@/lib/web/answer'

/** What a person can do on the page where the backup moves. */
export type PrimaryActions = {
  startMove: FormAction
  advanceMove: FormAction
  confirmMove: FormAction
  cancelMove: FormAction
}
