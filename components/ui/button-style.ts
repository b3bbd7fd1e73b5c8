import { classNames } from '@/components/ui/class-names'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const shape =
  'inline-flex items-center justify-center gap-2 min-h-(--control) rounded border px-(--control-pad) py-1 text-center text-(length:--cell-text) font-semibold transition-colors print:hidden'

const variants: Record<ButtonVariant, string> = {
  primary: 'forced-color-adjust-none border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-accent hover:bg-accent-soft',
  danger: 'border-stop bg-surface text-stop hover:bg-stop-soft',
}

const disabled = 'cursor-not-allowed border-dashed border-line-strong bg-sunken text-ink-soft'

/** How a button looks, for what is a `<button>` and for what is a link. */
export function buttonStyle({ variant = 'secondary', wide, off, className }: ButtonLook): string {
  return classNames(shape, off ? disabled : variants[variant], wide && 'w-full', className)
}

export type ButtonLook = {
  variant?: ButtonVariant | undefined
  /** As wide as its column. */
  wide?: boolean | undefined
  off?: boolean | undefined
  className?: string | undefined
}
