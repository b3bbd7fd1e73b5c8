import { type ReactNode, useId } from 'react'
import { classNames } from '@/components/ui/class-names'

/** A button and what it opens beside it: a menu of links, a few facts. Needs no script; Escape closes it. */
export function Popover({ trigger, triggerStyle, className, children }: Props) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id} className={triggerStyle}>
        {trigger}
      </button>
      <div id={id} popover="auto" className={classNames(popoverStyle, className)}>
        {children}
      </div>
    </>
  )
}

/** What floats: it says so by its shadow. Where it floats is said in theme.css. */
export const popoverStyle =
  'max-w-[min(24rem,calc(100vw-2rem))] rounded border border-line bg-raised p-3 text-left text-ink shadow'

type Props = { trigger: ReactNode; triggerStyle: string; className?: string; children: ReactNode }
