'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

const everyMs = 2_000

/** Has the page read again every other second, for as long as it is drawn. Asks nobody for anything. Shows nothing. */
export function Refresh() {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [router])
  return null
}
