'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

const lockAfterMs = 5 * 60_000
const warnBeforeMs = 60_000
const hiddenLockMs = 60_000

/**
 * Locks what is open after five minutes without a touch or a key, a minute after the page is out of sight, and when it
 * is left. Says a minute before, so that whoever is slow can ask for more time.
 */
export function useIdleLock(isOpen: boolean, lock: () => void) {
  const [isWarning, setWarning] = useState(false)
  const timers = useRef<ReturnType<typeof setTimeout>[]>([])

  const restart = useCallback(() => {
    for (const timer of timers.current) clearTimeout(timer)
    setWarning(false)
    timers.current = [
      setTimeout(() => setWarning(true), lockAfterMs - warnBeforeMs),
      setTimeout(lock, lockAfterMs),
    ]
  }, [lock])

  useEffect(() => {
    if (!isOpen) return
    let hidden: ReturnType<typeof setTimeout> | undefined
    const onSight = () => {
      clearTimeout(hidden)
      if (document.visibilityState === 'hidden') hidden = setTimeout(lock, hiddenLockMs)
    }
    restart()
    document.addEventListener('pointerdown', restart)
    document.addEventListener('keydown', restart)
    document.addEventListener('visibilitychange', onSight)
    // A browser may keep a page that was left, open list and all, for the way back.
    window.addEventListener('pagehide', lock)
    return () => {
      for (const timer of timers.current) clearTimeout(timer)
      clearTimeout(hidden)
      setWarning(false)
      document.removeEventListener('pointerdown', restart)
      document.removeEventListener('keydown', restart)
      document.removeEventListener('visibilitychange', onSight)
      window.removeEventListener('pagehide', lock)
    }
  }, [isOpen, lock, restart])

  return { isWarning, moreTime: restart }
}
