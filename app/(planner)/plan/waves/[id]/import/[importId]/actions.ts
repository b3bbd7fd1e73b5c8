'use server'

import type { Route } from 'next'
import { confirmImport } from '@/lib/commands/import/confirm-import'
import { discardImport } from '@/lib/commands/import/discard-import'
import { formAction } from '@/lib/web/action'

export const confirmImportAction = formAction(confirmImport)
export const discardImportAction = formAction(
  discardImport,
  // Where another file can be given.
  ({ waveId }) => `/plan/waves/${waveId}/import` as Route,
)
