import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { type How, howIcon, howStyle, weakerStyle } from '@/components/truth/how'
import { type Evidence, KnownDetails } from '@/components/truth/known-details'
import { type KnownWordProps, useKnownWord } from '@/components/truth/use-known-word'
import { classNames } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icon'
import { popoverStyle } from '@/components/ui/popover'

/**
 * How something is known: outline, drawing and word, and on a press its source, its time with zone, and the request.
 * `children` takes the place of the word, for what has a better one: "declared by you, 12 May".
 */
export function Known({ evidence, zone, children, ...known }: Props) {
  const t = useTranslations('truth')
  const id = useId()
  const word = useKnownWord(known)
  const { how, weaker, at } = known
  return (
    <span className="inline-block max-w-full align-middle">
      <button type="button" popoverTarget={id} className={pillStyle(how, weaker)}>
        <Icon of={howIcon[how]} className="mt-[0.2em]" />
        <span>{children ?? word}</span>
        {how === 'sealed' && <span className="sr-only">{t('how_sealed')}</span>}
      </button>
      {/* A span, since a pill may stand in a paragraph. */}
      <span id={id} popover="auto" className={classNames(popoverStyle, 'text-sm')}>
        <KnownDetails how={how} at={at} zone={zone} evidence={evidence} weaker={weaker} />
      </span>
    </span>
  )
}

function pillStyle(how: How, weaker: string | undefined): string {
  return classNames(
    'inline-flex max-w-full items-start gap-1.5 rounded border px-2 py-px text-left text-sm hover:underline print:border-black',
    weaker ? weakerStyle : howStyle[how],
  )
}

type Props = KnownWordProps & {
  evidence?: Evidence
  /** IANA zone of its times; the reader's own without it. */
  zone?: string
  children?: ReactNode
}
