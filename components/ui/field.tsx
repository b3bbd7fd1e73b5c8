import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** Label above, hint beneath it, the error next to what it is about. `control` gets the ids that tie them together. */
export function Field({ label, name, id = name, hint, error, optional, control }: Props) {
  const t = useTranslations('ui')
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <span className="font-normal text-ink-soft"> ({t('optional')})</span>}
      </label>
      {hint && <FieldHint id={id}>{hint}</FieldHint>}
      {control({
        id,
        name,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  )
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-hint`} className="text-ink-soft text-sm">
      {children}
    </p>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="flex items-start gap-1.5 font-semibold text-sm text-stop">
      <Icon of={TriangleAlert} className="mt-0.5" />
      {children}
    </p>
  )
}

/** Looks of whatever one types into. */
export const inputStyle =
  'min-h-(--control) w-full rounded border border-line-strong bg-surface px-3 py-1.5 text-(length:--cell-text) text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-stop disabled:cursor-not-allowed disabled:border-dashed disabled:bg-sunken disabled:text-ink-soft'

export type FieldProps = {
  label: ReactNode
  name: string
  /** Only where one page has two fields of the same name. */
  id?: string | undefined
  hint?: ReactNode
  error?: string | null | undefined
  optional?: boolean | undefined
}

export type FieldAria = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

type Props = FieldProps & { control: (aria: FieldAria) => ReactNode }
