import { type ComponentProps, useId } from 'react'
import { type ButtonLook, buttonStyle } from '@/components/ui/button-style'
import { classNames } from '@/components/ui/class-names'

/** A button. With `refusal` it is disabled and says why; dangerous ones name their object in `children`. */
export function Button({ variant, wide, refusal, className, type = 'button', ...rest }: ButtonProps) {
  const why = useId()
  const off = Boolean(refusal) || rest.disabled
  const look = buttonStyle({ variant, wide, off, className })
  if (!refusal) return <button {...rest} type={type} disabled={off} className={look} />
  return (
    <span
      className={classNames(
        'inline-flex max-w-full flex-col items-start gap-1 print:hidden',
        wide && 'w-full',
      )}
    >
      <button {...rest} type={type} disabled aria-describedby={why} className={look} />
      <span id={why} className="text-ink-soft text-sm">
        {refusal}
      </span>
    </span>
  )
}

export type ButtonProps = ComponentProps<'button'> & Omit<ButtonLook, 'off'> & { refusal?: string | null }
