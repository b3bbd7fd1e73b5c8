'use server'

import type { Route } from 'next'
import { createWave } from '@/lib/commands/wave/create-wave'
import { formAction } from '@/lib/web/action'

export const createWaveAction = formAction(
  createWave,
  // The wave's own page, made a moment ago.
  ({ waveId }) => `/plan/waves/${waveId}` as Route,
)
