'use server'

import type { Route } from 'next'
import { checkPasted } from '@/lib/commands/import/check-import'
import { formAction } from '@/lib/web/action'

export const checkPastedAction = formAction(
  checkPasted,
  // What was found in the list, on a page of its own.
  ({ waveId, importId, isAgain }) =>
    `/plan/waves/${waveId}/import/${importId}${isAgain ? '?again=yes' : ''}` as Route,
)
