import type { ReactNode } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { type Tone, toneIcon, toneStyle } from '@/components/ui/tone'

/**
 * What happened, what it means, what to do. `announce` for what appears after an action: it is read out.
 * `loud` is for the one thing on the page that must not be missed.
 */
export function Notice({ tone = 'note', title, announce, loud, children }: Props) {
  const role = tone === 'stop' ? 'alert' : 'status'
  return (
    <div
      role={announce ? role : undefined}
      className={classNames(
        'rounded border px-4 py-3',
        tone !== 'plain' && 'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3',
        toneStyle[tone],
        loud && 'border-4 border-double py-4',
      )}
    >
      {tone !== 'plain' && <Icon of={toneIcon[tone]} className={loud ? 'mt-0.5 size-7' : 'mt-0.5 size-5'} />}
      {title && <p className={classNames('col-start-2 font-semibold', loud && 'text-xl')}>{title}</p>}
      {children && <div className={classNames('text-ink', bodyStyle(Boolean(title)))}>{children}</div>}
    </div>
  )
}

/** On a phone what stands below a title has the whole width: it may be a list, or a form. */
function bodyStyle(isBelowTitle: boolean): string {
  return isBelowTitle ? 'col-span-2 mt-1 sm:col-span-1 sm:col-start-2 sm:mt-0' : 'col-start-2'
}

type Props = { tone?: Tone; title?: ReactNode; announce?: boolean; loud?: boolean; children?: ReactNode }
