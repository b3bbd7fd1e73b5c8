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
        'flex gap-3 rounded border px-4 py-3',
        toneStyle[tone],
        loud && 'border-4 border-double py-4',
      )}
    >
      {tone !== 'plain' && <Icon of={toneIcon[tone]} className={loud ? 'mt-0.5 size-7' : 'mt-0.5 size-5'} />}
      <div className="min-w-0 flex-1">
        {title && <p className={classNames('font-semibold', loud && 'text-xl')}>{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
    </div>
  )
}

type Props = { tone?: Tone; title?: ReactNode; announce?: boolean; loud?: boolean; children?: ReactNode }
