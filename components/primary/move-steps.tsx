import { useTranslations } from 'next-intl'
import { AttestForm } from '@/components/backup/attest-form'
import { useDeviceName } from '@/components/device/device-name'
import type { PrimaryActions } from '@/components/primary/actions'
import { Path } from '@/components/truth/path'
import { FocusOnChange } from '@/components/ui/focus-on-change'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { TextLink } from '@/components/ui/text-link'
import { isInUse } from '@/lib/domain/device'
import { primaryMoveSteps } from '@/lib/domain/primary-move'
import type { DeviceView } from '@/lib/queries/devices'
import type { PrimaryMoveView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** Off, wait, on: the one step that is next. */
export function MoveSteps({ move, actions }: { move: PrimaryMoveView; actions: PrimaryActions }) {
  const t = useTranslations('primary')
  const nameOf = useDeviceName()
  const { from, to, step } = move
  const names = { from: nameOf(from), to: nameOf(to) }
  const here = primaryMoveSteps.indexOf(step)
  const isGone = step === 'turning_off' && !isInUse(from.state)
  return (
    <div className="flex flex-col gap-5">
      <Path
        label={t('path')}
        stones={primaryMoveSteps.map((one, index) => ({
          key: one,
          label: t(`step_${one}`),
          how: index < here ? 'attested' : null,
          current: one === step,
        }))}
      />
      <FocusOnChange value={step} id="step" />
      <section aria-labelledby="step" className="flex flex-col gap-3">
        <h2 id="step" tabIndex={-1} className="rounded text-xl">
          {t(`step_${step}`)}
        </h2>
        <p className="text-ink-soft text-sm">{t('fromTo', names)}</p>
        {from.platform && to.platform && from.platform !== to.platform && (
          <Notice tone="wait">{t('crossing')}</Notice>
        )}
        <p>{t(isGone ? 'do_turning_off_gone' : `do_${step}`, names)}</p>
        {step === 'turning_on' ? (
          <TurnOn to={to} confirmMove={actions.confirmMove} />
        ) : (
          <Messages>
            <PlainForm action={actions.advanceMove} label={t(`done_${step}`)} hidden={{ step }} />
          </Messages>
        )}
      </section>
      <div className="flex flex-col gap-2 border-line border-t pt-4">
        <Messages>
          <PlainForm action={actions.cancelMove} variant="quiet" label={t('stop', names)} />
        </Messages>
        <p className="text-ink-soft text-sm">{t('stopHint')}</p>
      </div>
    </div>
  )
}

/** The last step is done by saying what the new device shows; which questions those are depends on what it is. */
function TurnOn({ to, confirmMove }: { to: DeviceView; confirmMove: FormAction }) {
  const t = useTranslations('backup')
  const nameOf = useDeviceName()
  if (!to.platform)
    return (
      <Notice tone="wait" title={t('needsKind')}>
        <TextLink href={{ pathname: `/my/devices/${to.id}` }}>{nameOf(to)}</TextLink>
      </Notice>
    )
  return (
    <Messages namespaces={['backup']}>
      <AttestForm device={to} platform={to.platform} action={confirmMove} asksAccount={false} />
    </Messages>
  )
}
