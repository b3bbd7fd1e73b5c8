import type { ComponentProps } from 'react'
import { FieldError, FieldHint, type FieldProps } from '@/components/ui/field'

/** One thing that is so or not. The whole line can be pressed. */
export function Checkbox({ label, name, id = name, hint, error, optional: _, ...rest }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col">
      <label className="flex min-h-(--control) items-start gap-3 py-2">
        <input
          {...rest}
          type="checkbox"
          id={id}
          name={name}
          aria-describedby={described || undefined}
          aria-invalid={error ? true : undefined}
          className="mt-0.5 size-5 shrink-0"
        />
        <span>{label}</span>
      </label>
      <div className="-mt-1.5 pl-8">
        {hint && <FieldHint id={id}>{hint}</FieldHint>}
        {error && <FieldError id={id}>{error}</FieldError>}
      </div>
    </div>
  )
}

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps | 'type'>
