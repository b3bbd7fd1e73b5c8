'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { fetchView } from '@/components/desk/fetch-view'
import { QueryProvider } from '@/components/desk/query-provider'

const usualMs = 2_500

/** Looks every few seconds whether what the page shows has changed, and has it read again when it has. Shows nothing. */
export function Pulse(props: Props) {
  return (
    <QueryProvider>
      <Beat {...props} />
    </QueryProvider>
  )
}

function Beat({ path, version, everyMs = usualMs }: Props) {
  const router = useRouter()
  const { data } = useQuery({
    queryKey: ['pulse', path],
    queryFn: ({ signal }) => fetchView<{ version: string }>(path, signal),
    refetchInterval: everyMs,
    initialData: { version },
  })
  // Asked for again after each answer and each reading: what was read may be older than what was answered.
  useEffect(() => {
    if (data.version !== version) router.refresh()
  }, [data.version, version, router])
  return null
}

type Props = {
  /** A GET route that answers `{ version }`. */
  path: string
  /** Of what the page shows. */
  version: string
  /** How long between two looks. */
  everyMs?: number
}
