'use client'

import { useSyncExternalStore } from 'react'

/** Whether this browser runs the page's scripts: false in what the server sends, true once they have taken over. */
export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

function never() {
  return () => undefined
}
