import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ label, name, id, hint, error, optional, className, ...rest }: Props) {
  return (
    <Field
      {...{ label, name, id, hint, error, optional }}
      control={(aria) => (
        <textarea
          rows={3}
          {...rest}
          {...aria}
          className={classNames(inputStyle, 'field-sizing-content', className)}
        />
      )}
    />
  )
}

type Props = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>
