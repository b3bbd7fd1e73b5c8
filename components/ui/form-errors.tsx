'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Notice } from '@/components/ui/notice'

/**
 * What to put right, above the form, by the name of each field. It takes the focus when it appears, and each line
 * leads to its field.
 */
export function FormErrors({ errors }: { errors: FieldProblem[] }) {
  const t = useTranslations('ui')
  const box = useRef<HTMLDivElement>(null)
  const names = useFieldNames(errors)
  const told = errors.map(({ id, message }) => `${id} ${message}`).join('\n')
  useEffect(() => {
    if (told) box.current?.focus()
  }, [told])

  if (errors.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className="rounded">
      <Notice tone="stop" announce title={t('errorsTitle', { count: errors.length })}>
        <ul className="list-disc pl-5">
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>
              {id ? (
                <a href={`#${id}`} className="underlined">
                  {names[id] ? `${names[id]}: ${message}` : message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** How the page itself names the fields: "Choose one of these", four times, would not say which. */
function useFieldNames(errors: FieldProblem[]): Record<string, string> {
  const [names, setNames] = useState<Record<string, string>>({})
  const ids = errors.map(({ id }) => id ?? '').join('\n')
  useLayoutEffect(() => {
    const found = ids.split('\n').map((id) => [id, nameOf(id)] as const)
    setNames(Object.fromEntries(found.filter(([, name]) => name !== '')))
  }, [ids])
  return names
}

function nameOf(id: string): string {
  const field = id ? document.getElementById(id) : null
  const hasLabel = field instanceof HTMLInputElement || field instanceof HTMLSelectElement
  const label = hasLabel ? field.labels?.[0] : null
  return (field?.querySelector(':scope > legend') ?? label)?.textContent?.trim() ?? ''
}

export type FieldProblem = {
  /** The field's id, mostly its name; none for what concerns the whole form. */
  id?: string | undefined
  message: string
}
