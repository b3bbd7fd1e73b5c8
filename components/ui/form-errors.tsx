'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Notice } from '@/components/ui/notice'

/** What to put right, above the form. It takes the focus when it appears, and each line leads to its field. */
export function FormErrors({ errors }: { errors: FieldProblem[] }) {
  const t = useTranslations('ui')
  const box = useRef<HTMLDivElement>(null)
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
                  {message}
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

export type FieldProblem = {
  /** The field's id, mostly its name; none for what concerns the whole form. */
  id?: string | undefined
  message: string
}
