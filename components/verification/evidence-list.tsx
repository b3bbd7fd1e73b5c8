import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { Known } from '@/components/truth/known'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { useMessage } from '@/lib/i18n/use-message'
import { useTime } from '@/lib/i18n/use-time'
import type { EvidenceOption, VerificationView } from '@/lib/queries/verifications'
import type { FormAction } from '@/lib/web/answer'

/** The kinds of evidence there are, how each is had, and what came of it. Once there is enough, the rest is folded away. */
export function EvidenceList(props: Props) {
  const t = useTranslations('verification')
  const { options, state } = props.verification
  if (state !== 'verified')
    return (
      <Messages>
        <Options {...props} label={t('evidence')} options={options} />
      </Messages>
    )
  return (
    <Messages>
      <Options {...props} label={t('evidence')} options={options.filter(({ given }) => given)} />
      <Details summary={t('moreEvidence')}>
        <Options {...props} label={t('moreEvidence')} options={options.filter(({ given }) => !given)} />
      </Details>
    </Messages>
  )
}

function Options({
  verification,
  names,
  actions,
  label,
  options,
}: Props & { label: string; options: EvidenceOption[] }) {
  const t = useTranslations('verification')
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line">
      {options.map((option) => (
        <li key={option.kind} className="flex flex-col gap-2 py-4 first:pt-0">
          <h3 className="flex flex-wrap items-baseline gap-x-2 text-base">
            {t(`kind_${option.kind}`)}
            <span className="font-normal text-ink-soft text-sm">
              {t(option.isObserved ? 'observed' : 'told')}
            </span>
          </h3>
          <p className="max-w-prose text-ink-soft text-sm">
            {t(`how_${option.kind}`, { name: nameOf(option, names, t('theManager')), path: '/my/confirm' })}
          </p>
          <Outcome option={option} verification={verification} names={names} actions={actions} />
        </li>
      ))}
    </ul>
  )
}

function Outcome({ option, verification, names, actions }: Props & { option: EvidenceOption }) {
  const t = useTranslations('verification')
  const message = useMessage()
  const { time } = useTime()
  const { kind, given, asked, isObserved, refusal } = option
  if (given)
    return (
      <div>
        <Known how={isObserved ? 'proved' : 'attested'} at={given.at} by={{ name: given.by }} />{' '}
        <span className="text-ink-soft text-sm">{isObserved && given.by}</span>
      </div>
    )
  if (asked?.answer === 'no')
    return (
      <div>
        <Known how="contradicted">{t('answeredNo', { name: asked.name })}</Known>
      </div>
    )
  if (asked) return <p role="status">{t('askedAt', { name: asked.name, at: time(asked.at, 'time') })}</p>
  return (
    <PlainForm
      action={isObserved ? actions.ask : actions.give}
      variant="secondary"
      hidden={{ verificationId: verification.id, kind }}
      label={
        kind === 'manager_confirmation' || kind === 'own_session'
          ? t('ask', { name: nameOf(option, names, t('theManager')) })
          : t(`give_${kind}`)
      }
      refusal={message(refusal)}
    />
  )
}

function nameOf({ kind }: EvidenceOption, { person, manager }: Names, theManager: string): string {
  return kind === 'manager_confirmation' ? (manager ?? theManager) : person
}

type Names = { person: string; manager: string | null }

type Props = {
  verification: VerificationView
  names: Names
  actions: { ask: FormAction; give: FormAction }
}
