import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Known } from '@/components/truth/known'
import { Button } from '@/components/ui/button'
import { KeyValues } from '@/components/ui/key-values'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { MyReturnView } from '@/lib/queries/my-return'
import type { MySwapView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

/** The day after: what is so, and one tap that closes the move or asks for help. Before, from when it can be said. */
export function CheckUp({ view, swap, answer }: Props) {
  const t = useTranslations('return')
  const message = useMessage()
  const { refusal, problemAt, dueAt, isDue } = view.checkUp
  return (
    <section aria-labelledby="check-up" className="flex flex-col gap-4">
      <div>
        <h2 id="check-up" className="text-xl">
          {t('checkUp')}
        </h2>
        {isDue ? (
          <p>{t('checkUpDue')}</p>
        ) : (
          <p className="text-ink-soft">
            {t('checkUpHint')} {dueAt && t.rich('checkUpFrom', { at: () => <Time at={dueAt} /> })}
          </p>
        )}
      </div>
      <Facts view={view} swap={swap} />
      {problemAt && <p>{t.rich('problemAt', { at: () => <Time at={problemAt} /> })}</p>}
      <Messages>
        <div className="flex flex-col gap-3">
          {refusal ? (
            <Button wide refusal={message(refusal)}>
              {t('fine')}
            </Button>
          ) : (
            <PlainForm action={answer} label={t('fine')} hidden={{ answer: 'fine' }} />
          )}
          <PlainForm
            action={answer}
            label={t('problem')}
            variant="secondary"
            hidden={{ answer: 'problem' }}
          />
        </div>
      </Messages>
    </section>
  )
}

type Props = { view: MyReturnView; swap: MySwapView; answer: FormAction }

function Facts({ view, swap }: Pick<Props, 'view' | 'swap'>) {
  const t = useTranslations('return')
  const s = useTranslations('swap')
  const nameOf = useMethodName()
  const removed = swap.levels.find(({ level }) => level === 'removed')
  const { made } = view
  return (
    <KeyValues
      items={[
        {
          key: 'old',
          label: t('fact_old'),
          value: removed?.reachedAt ? (
            <Known how="seen" at={removed.reachedAt} evidence={{ source: s('source_removed') }} />
          ) : (
            <Known how="contradicted" reason={t('contradictedReason')} />
          ),
        },
        {
          key: 'second',
          label: t('fact_second'),
          value: swap.secondWays.length > 0 ? swap.secondWays.map(nameOf).join(', ') : t('fact_secondNone'),
        },
        {
          key: 'backup',
          label: t('fact_backup'),
          value: <NextBackupCheck at={view.checkUp.backupCheckAt} />,
        },
        ...(made
          ? [
              {
                key: 'return',
                label: t('fact_return'),
                value: (
                  <span className="flex flex-col items-start gap-1">
                    <TextLink href="/my/return">
                      {t(made.way === 'kept' ? 'cardKept' : 'cardSigned')}
                    </TextLink>
                    {made.received ? (
                      <Known how="attested" by={{ name: made.received.by }} at={made.received.at} />
                    ) : (
                      <Known how="attested" by="you" at={made.signedAt} />
                    )}
                  </span>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function NextBackupCheck({ at }: { at: MyReturnView['checkUp']['backupCheckAt'] }) {
  const t = useTranslations('return')
  if (at === null) return t('fact_backupNone')
  return at === 'soon' ? t('fact_backupSoon') : <Time at={at} style="day" />
}
