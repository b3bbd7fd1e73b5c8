import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'

/** One line of text; `type` for e-mail, search, numbers. */
export function TextInput({ label, name, id, hint, error, optional, className, ...rest }: Props) {
  return (
    <Field
      {...{ label, name, id, hint, error, optional }}
      control={(aria) => (
        <input type="text" {...rest} {...aria} className={classNames(inputStyle, className)} />
      )}
    />
  )
}

type Props = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>
