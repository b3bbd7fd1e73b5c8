'use server'

import type { Route } from 'next'
import { closeSwap } from '@/lib/commands/wave/close-swap'
import { formAction } from '@/lib/web/action'

export const closeSwapAction = formAction(
  closeSwap,
  // Back to the wave it belongs to.
  ({ waveId }) => `/plan/waves/${waveId}` as Route,
)
