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
    if (timeZone === known || isTold(timeZone)) return
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = `${ZONE_COOKIE}=${timeZone}; path=/; max-age=${yearSeconds}; samesite=lax`
    if (isTold(timeZone)) router.refresh()
  }, [known, router])
  return null
}

/**
 * Whether the cookie is there. The server may call the zone by another name than the browser, or never see a
 * cookie that is not kept: asking for the page again would change nothing, and on a missing page never end.
 */
function isTold(timeZone: string): boolean {
  return document.cookie.split('; ').includes(`${ZONE_COOKIE}=${timeZone}`)
}
