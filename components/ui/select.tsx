import type { ComponentProps } from 'react'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'

/** One of a few. `empty` is the first line when nothing is chosen yet. */
export function Select({ label, name, id, hint, error, optional, options, empty, ...rest }: Props) {
  return (
    <Field
      {...{ label, name, id, hint, error, optional }}
      control={(aria) => (
        <select {...rest} {...aria} className={inputStyle}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: text, disabled }) => (
            <option key={value} value={value} disabled={disabled}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  )
}

export type Option = { value: string; label: string; disabled?: boolean }

type Props = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'children'> & { options: Option[]; empty?: string }
