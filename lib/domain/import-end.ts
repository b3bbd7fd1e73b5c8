import { AppError } from '@/lib/errors'

type Ending = { id: string; state: string }

/** Why an import cannot be ended now, one way or the other, or null when it can. */
export function endImportRefusal({ state }: { state: string }) {
  return state === 'checked' ? null : 'import_ended'
}

/** @throws {AppError} refused — with the reason from `endImportRefusal` */
export function assertOpen(file: Ending): void {
  refuse(endImportRefusal(file), file)
}

type ConfirmContext = { rowCount: number; problemCount: number; isLeavingOut: boolean }

/** Why an import cannot be confirmed now, or null when it can: rows with a problem are left out only when somebody says so. */
export function confirmRefusal(
  file: { state: string },
  { rowCount, problemCount, isLeavingOut }: ConfirmContext,
) {
  if (file.state !== 'checked') return 'import_ended'
  if (rowCount - problemCount === 0) return 'import_nothing_left'
  if (problemCount > 0 && !isLeavingOut) return 'import_problems_remain'
  return null
}

/** @throws {AppError} refused — with the reason from `confirmRefusal` */
export function assertConfirmable(file: Ending, context: ConfirmContext): void {
  refuse(confirmRefusal(file, context), file)
}

function refuse(refusal: ReturnType<typeof confirmRefusal>, { id }: Ending): void {
  if (refusal) throw new AppError('refused', refusal, { detail: { id } })
}
