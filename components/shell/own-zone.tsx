'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { ZONE_COOKIE } from '@/lib/i18n/zone'

const yearSeconds = 365 * 24 * 60 * 60

/** Tells the server which zone this browser lives in, so that every time is written in it. Shows nothing. */
export function OwnZone({ known }: { known: string }) {
  const router = useRouter()
  useEffect(() => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
    if (timeZone === known) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = `${ZONE_COOKIE}=${timeZone}; path=/; max-age=${yearSeconds}; samesite=lax`
    router.refresh()
  }, [known, router])
  return null
}
