import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { Time } from '@/components/ui/time'
import type { MySwapView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

const problems = ['broken', 'new_phone_fails', 'other'] as const

/** One tap opens a case that already knows where the person stands. With one open: its number, and the way in that was tried. */
export function HelpBox({
  swap,
  openCase,
  isOpen,
}: {
  swap: MySwapView
  openCase: FormAction
  isOpen: boolean
}) {
  const t = useTranslations('swap')
  if (swap.case) return <OpenCase swap={swap} opened={swap.case} />
  if (swap.isSafe) return null
  return (
    <Details summary={t('help')} open={isOpen}>
      <Messages>
        <div className="flex flex-col gap-3 py-2">
          <p>{t('helpHint')}</p>
          {problems.map((problem) => (
            <PlainForm
              key={problem}
              action={openCase}
              variant="secondary"
              label={t(`problem_${problem}`)}
              hidden={{ problem }}
            />
          ))}
        </div>
      </Messages>
    </Details>
  )
}

function OpenCase({ swap, opened }: { swap: MySwapView; opened: NonNullable<MySwapView['case']> }) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const tested = swap.secondWays.filter(({ isTested }) => isTested)
  return (
    <Notice
      tone="note"
      announce
      title={t('caseOpen', { number: `C-${String(opened.number).padStart(4, '0')}` })}
    >
      <p>{t.rich('caseOpenHint', { at: () => <Time at={opened.openedAt} /> })}</p>
      {tested.length > 0 ? (
        <p>{t('testedWay', { names: tested.map(nameOf).join(', ') })}</p>
      ) : (
        <p>{t('deskWay')}</p>
      )}
    </Notice>
  )
}
