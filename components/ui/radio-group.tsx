import type { ReactNode } from 'react'
import { FieldError, FieldHint, type FieldProps } from '@/components/ui/field'

/** One of a few, all in sight. Each line can be pressed. */
export function RadioGroup({ label, name, id = name, hint, error, choices, defaultValue, required }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset id={id} aria-describedby={described || undefined} className="flex flex-col gap-2">
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="flex min-h-(--control) items-start gap-3 rounded border border-line-strong bg-surface px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-checked:outline-1 has-checked:outline-accent has-disabled:cursor-not-allowed has-disabled:border-dashed has-disabled:bg-sunken has-disabled:text-ink-soft"
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            defaultChecked={choice.value === defaultValue}
            disabled={Boolean(choice.refusal)}
            required={required}
            className="mt-0.5 size-5 shrink-0"
          />
          <span>
            {choice.label}
            {(choice.refusal ?? choice.hint) && (
              <span className="block text-ink-soft text-sm">{choice.refusal ?? choice.hint}</span>
            )}
          </span>
        </label>
      ))}
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  )
}

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** Why it cannot be chosen now. */
  refusal?: string | null
}

type Props = Omit<FieldProps, 'optional'> & { choices: Choice[]; defaultValue?: string; required?: boolean }
