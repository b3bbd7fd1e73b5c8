'use client'

import { useEffect } from 'react'
import type { ShownFields } from '@/components/swap/step-props'

/** Tells the portal which text its reader has before them, once for each text. Shows nothing; without scripts, the next form tells. */
export function Shown({ fields: { shownEdition, shownNote }, showEdition }: Props) {
  useEffect(() => {
    if (!shownEdition) return
    // A lost connection loses nothing: the step's own form says the same.
    showEdition({ shownEdition, shownNote }).catch(() => undefined)
  }, [shownEdition, shownNote, showEdition])
  return null
}

type Props = {
  fields: ShownFields
  showEdition: (input: { shownEdition: string; shownNote: string }) => Promise<unknown>
}
