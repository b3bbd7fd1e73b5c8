'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BusyButton } from '@/components/kit/busy-button'
import { LocalForm } from '@/components/kit/local-form'
import { PassphraseInput } from '@/components/kit/passphrase-input'
import { ShowTyped } from '@/components/kit/show-typed'
import type { KitProblem } from '@/components/kit/use-kit'
import { FormErrors } from '@/components/ui/form-errors'

/** The passphrase of what is locked, here or in a file. A wrong one costs nothing and can be tried again. */
export function UnlockForm({ id, label, problem, isBusy, unlock }: Props) {
  const t = useTranslations('kit')
  const [typed, setTyped] = useState('')
  const [isShown, setShown] = useState(false)
  const told = problem ? t(`problem_${problem}`) : undefined
  return (
    <LocalForm submit={() => unlock(typed)}>
      <FormErrors errors={told ? [{ id, message: told }] : []} />
      <PassphraseInput
        id={id}
        label={t('passphrase')}
        error={told}
        isShown={isShown}
        value={typed}
        onChange={setTyped}
      />
      <ShowTyped id={id} isShown={isShown} onChange={setShown} />
      <BusyButton isBusy={isBusy} label={label} busyLabel={t('opening')} />
    </LocalForm>
  )
}

type Props = {
  id: string
  label: string
  problem: KitProblem | null
  isBusy: boolean
  unlock: (passphrase: string) => void
}
