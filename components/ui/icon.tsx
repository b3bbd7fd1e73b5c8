import type { LucideIcon } from 'lucide-react'
import { classNames } from '@/components/ui/class-names'

/** A drawing beside a word. It never stands alone, so it is always hidden from screen readers. */
export function Icon({ of: Drawing, className }: { of: LucideIcon; className?: string }) {
  return (
    <Drawing
      aria-hidden="true"
      focusable="false"
      strokeWidth={1.75}
      className={classNames('size-[1.15em] shrink-0', className)}
    />
  )
}
