'use client'

import type { ReactNode } from 'react'
import { useScripted } from '@/components/ui/use-scripted'

/** What is true only where the page's scripts run, such as that it looks by itself. */
export function Scripted({ children }: { children: ReactNode }) {
  return useScripted() ? children : null
}
