'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BusyButton } from '@/components/kit/busy-button'
import { LocalForm } from '@/components/kit/local-form'
import { PassphraseInput } from '@/components/kit/passphrase-input'
import { ShowTyped } from '@/components/kit/show-typed'
import { FormErrors } from '@/components/ui/form-errors'
import { passphraseLengthMin, passphraseStrength, sameEverywhere } from '@/lib/domain/passphrase'

/** The first time: a passphrase twice, with a hint how good it is, and what happens when it is forgotten. */
export function NewPassphrase({ isBusy, begin }: { isBusy: boolean; begin: (passphrase: string) => void }) {
  const t = useTranslations('kit')
  const [typed, setTyped] = useState('')
  const [again, setAgain] = useState('')
  const [isShown, setShown] = useState(false)
  const [isTried, setTried] = useState(false)
  const strength = passphraseStrength(typed)
  const isShort = strength === 'short'
  const isOther = sameEverywhere(typed) !== sameEverywhere(again)
  const shortProblem = isTried && isShort ? t('passphraseShort', { count: passphraseLengthMin }) : undefined
  const otherProblem = isTried && !isShort && isOther ? t('passphraseOther') : undefined

  return (
    <LocalForm
      submit={() => {
        setTried(true)
        if (!isShort && !isOther) begin(typed)
      }}
    >
      <FormErrors
        errors={[
          ...(shortProblem ? [{ id: 'passphrase', message: shortProblem }] : []),
          ...(otherProblem ? [{ id: 'again', message: otherProblem }] : []),
        ]}
      />
      <PassphraseInput
        id="passphrase"
        label={t('passphraseNew')}
        hint={t('passphraseHint')}
        error={shortProblem}
        isNew
        isShown={isShown}
        value={typed}
        onChange={setTyped}
      />
      <p role="status" className="text-ink-soft text-sm">
        {typed && t(`strength_${strength}`, { count: passphraseLengthMin })}
      </p>
      <PassphraseInput
        id="again"
        label={t('passphraseAgain')}
        error={otherProblem}
        isNew
        isShown={isShown}
        value={again}
        onChange={setAgain}
      />
      <ShowTyped id="passphrase" isShown={isShown} onChange={setShown} />
      <p>{t('noRecovery')}</p>
      <BusyButton isBusy={isBusy} label={t('begin')} busyLabel={t('locking')} />
    </LocalForm>
  )
}
