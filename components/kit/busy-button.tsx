'use client'

import { Button } from '@/components/ui/button'

/** Sends its form; while the browser reckons, a second press does nothing. */
export function BusyButton({
  isBusy,
  label,
  busyLabel,
}: {
  isBusy: boolean
  label: string
  busyLabel: string
}) {
  return (
    <Button
      type="submit"
      variant="primary"
      wide
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={(event) => isBusy && event.preventDefault()}
    >
      {isBusy ? busyLabel : label}
    </Button>
  )
}
