import type { ReactNode } from 'react'
import { Messages } from '@/components/ui/messages'

/** What every page stands in: the sentences of `error.tsx`, the one client component that may appear anywhere. */
export function Providers({ children }: { children: ReactNode }) {
  return <Messages namespaces={['fault']}>{children}</Messages>
}
