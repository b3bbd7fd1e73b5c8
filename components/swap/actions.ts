import type { FormAction } from '@/lib/web/answer'

/** What a person can do on the page of their own move. */
export type MoveActions = {
  describeMove: FormAction
  changeAnswers: FormAction
  assignEntries: FormAction
  agreeDesk: FormAction
  completeStep: FormAction
  attestOldPhoneOff: FormAction
  attestNewPhoneAnswers: FormAction
  countOthers: FormAction
  attestOthersChecked: FormAction
  nameLater: FormAction
  removeOld: FormAction
  openCase: FormAction
  lookAgain: () => Promise<void>
  showEdition: (input: { shownEdition: string; shownNote: string }) => Promise<unknown>
}
