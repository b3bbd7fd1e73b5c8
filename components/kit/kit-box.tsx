'use client'

import { useTranslations } from 'next-intl'
import { ForgetKit } from '@/components/kit/forget-kit'
import { KitFile } from '@/components/kit/kit-file'
import { NewPassphrase } from '@/components/kit/new-passphrase'
import { OpenKit } from '@/components/kit/open-kit'
import { UnlockForm } from '@/components/kit/unlock-form'
import { type KitHand, useKit } from '@/components/kit/use-kit'
import { Details } from '@/components/ui/details'
import { FocusOnChange } from '@/components/ui/focus-on-change'
import { Notice } from '@/components/ui/notice'

/** The private list in this browser. Before the script runs nothing of it is drawn, so nothing typed can go astray. */
export function KitBox({ owner }: { owner: string }) {
  const t = useTranslations('kit')
  const kit = useKit(owner)
  const { stage } = kit
  return (
    <section aria-labelledby="kit-stage" className="flex flex-col gap-4">
      <h2 id="kit-stage" tabIndex={-1} className="rounded text-xl">
        {t(`stage_${stage.at}`)}
      </h2>
      {stage.at !== 'reading' && <FocusOnChange value={stage.at} id="kit-stage" />}
      <StageBody kit={kit} />
      {'sealed' in stage && <ForgetKit forget={kit.forget} />}
    </section>
  )
}

function StageBody({ kit }: { kit: KitHand }) {
  const t = useTranslations('kit')
  const { stage, problem, isBusy, begin, unlock } = kit
  switch (stage.at) {
    case 'reading':
      // What stays on screen where no script runs: switched off, too old, or not arrived.
      return (
        <div className="flex flex-col gap-2 text-ink-soft">
          <p>{t('reading')}</p>
          <p>{t('noScript')}</p>
        </div>
      )
    case 'impossible':
      return (
        <Notice tone="wait" title={t('impossible')}>
          {t('impossibleHint')}
        </Notice>
      )
    case 'none':
      return (
        <>
          <NewPassphrase isBusy={isBusy} begin={begin} />
          <Details summary={t('importTitle')}>
            <KitFile kit={kit} />
          </Details>
        </>
      )
    case 'locked':
      return (
        <>
          <UnlockForm id="passphrase" label={t('unlock')} problem={problem} isBusy={isBusy} unlock={unlock} />
          <Details summary={t('fileTitle')}>
            <KitFile kit={kit} />
          </Details>
        </>
      )
    case 'open':
      return <OpenKit kit={kit} list={stage.kit} />
  }
}
