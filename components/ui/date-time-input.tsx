import type { ComponentProps } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'

/** A day, or a day with a time. A time always says in which zone it is meant. */
export function DateTimeInput({ label, name, id, hint, error, optional, zone, ...rest }: Props) {
  return (
    <Field
      {...{ label, name, id, hint, error, optional }}
      control={(aria) => (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <input
            type={zone ? 'datetime-local' : 'date'}
            {...rest}
            {...aria}
            className={classNames(inputStyle, 'tabular w-auto! max-w-full')}
          />
          {zone && <span className="text-ink-soft text-sm">{zone}</span>}
        </div>
      )}
    />
  )
}

type Props = FieldProps &
  Omit<ComponentProps<'input'>, keyof FieldProps> & {
    /** IANA zone the time is meant in; without it only a day is asked. */
    zone?: string
  }
