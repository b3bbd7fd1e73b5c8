import type { ComponentProps } from 'react'
import { type ButtonLook, buttonStyle } from '@/components/ui/button-style'
import { Refusal } from '@/components/ui/refusal'

/** A button. With `refusal` it is disabled and says why; dangerous ones name their object in `children`. */
export function Button({ variant, wide, refusal, className, type = 'button', ...rest }: ButtonProps) {
  const off = Boolean(refusal) || rest.disabled
  const button = (
    <button {...rest} type={type} disabled={off} className={buttonStyle({ variant, wide, off, className })} />
  )
  return refusal ? <Refusal reason={refusal}>{button}</Refusal> : button
}

export type ButtonProps = ComponentProps<'button'> & Omit<ButtonLook, 'off'> & { refusal?: string | null }
