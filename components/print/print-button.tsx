'use client'

import { Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'

/** Opens the browser's own print dialogue. Without a script the hint beside it says how. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="primary" wide onClick={() => window.print()} className="[@media(scripting:none)]:hidden">
      <Icon of={Printer} />
      {children}
    </Button>
  )
}
