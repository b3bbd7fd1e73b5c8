import { useTranslations } from 'next-intl'
import { AskDesk } from '@/components/help/ask-desk'
import { CaseOpened } from '@/components/help/case-opened'
import { useMethodName } from '@/components/swap/method-name'
import { Details } from '@/components/ui/details'
import type { MySwapView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

const problems = ['old_phone_dead', 'new_phone_fails', 'stuck'] as const

/** The way out of any step. With a case open: its number, and the way in that was tried. */
export function HelpBox({ swap, openCase, isOpen }: Props) {
  const t = useTranslations('swap')
  if (swap.case) {
    return (
      <CaseOpened opened={swap.case}>
        <WayIn swap={swap} />
      </CaseOpened>
    )
  }
  if (swap.isSafe) return null
  return (
    <Details summary={t('help')} open={isOpen}>
      <AskDesk
        lead={t('helpHint')}
        problems={problems.map((problem) => ({ problem, label: t(`problem_${problem}`) }))}
        openCase={openCase}
      />
    </Details>
  )
}

type Props = { swap: MySwapView; openCase: FormAction; isOpen: boolean }

function WayIn({ swap }: { swap: MySwapView }) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const tested = swap.secondWays.filter(({ isTested }) => isTested)
  return <p>{tested.length > 0 ? t('testedWay', { names: tested.map(nameOf).join(', ') }) : t('deskWay')}</p>
}
