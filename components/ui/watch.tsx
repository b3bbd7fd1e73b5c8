'use client'

import { startTransition, useEffect } from 'react'

const everyMs = 4_000

/** Asks for another look every few seconds while the page is in front. Shows nothing. */
export function Watch({ lookAgain }: { lookAgain: () => Promise<void> }) {
  useEffect(() => {
    let isAsking = false
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible' || isAsking) return
      isAsking = true
      startTransition(async () => {
        // A lost connection is met again in a few seconds; what is on screen stays.
        await lookAgain().catch(() => undefined)
        isAsking = false
      })
    }, everyMs)
    return () => clearInterval(timer)
  }, [lookAgain])
  return null
}
