'use client'

import { useTranslations } from 'next-intl'
import { type RefObject, useState } from 'react'
import { BusyButton } from '@/components/kit/busy-button'
import { LocalForm } from '@/components/kit/local-form'
import { SecretWarning } from '@/components/kit/secret-warning'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { type KitEntry, kitKinds, kitNumbers, kitTextMax, kitTexts } from '@/lib/domain/kit'

/** One account: which, and where what one needs is kept. What is typed is put into `draft` at once, so that locking keeps it. */
export function EntryForm({ begun, draft, isBusy, keep, leave }: Props) {
  const t = useTranslations('kit')
  const [entry, setEntry] = useState(begun)
  const [isTried, setTried] = useState(false)
  const problem = isTried && entry.name.trim() === '' ? t('nameNeeded') : undefined
  const change = (part: Partial<KitEntry>) => {
    draft.current = { ...entry, ...part }
    setEntry(draft.current)
  }

  return (
    <LocalForm
      submit={() => {
        setTried(true)
        if (entry.name.trim() !== '') keep(entry)
      }}
    >
      <FormErrors errors={problem ? [{ id: 'name', message: problem }] : []} />
      <Select
        name="kind"
        label={t('kind')}
        options={kitKinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
        value={entry.kind}
        onChange={({ target }) => change({ kind: kitKinds.find((one) => one === target.value) ?? 'other' })}
      />
      {kitTexts.map((name) => (
        <div key={name} className="flex flex-col gap-2">
          <Textarea
            name={name}
            label={t(`field_${name}`)}
            hint={t(`field_${name}Hint`)}
            error={name === 'name' ? problem : undefined}
            rows={name === 'name' ? 1 : 2}
            maxLength={kitTextMax}
            value={entry[name]}
            onChange={({ target }) => change({ [name]: target.value })}
          />
          <SecretWarning text={entry[name]} />
        </div>
      ))}
      <Select
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        options={kitNumbers.map((number) => ({ value: number, label: t(`number_${number || 'unknown'}`) }))}
        value={entry.number}
        onChange={({ target }) => change({ number: kitNumbers.find((one) => one === target.value) ?? '' })}
      />
      <Checkbox
        name="isTried"
        label={t('isTried')}
        checked={entry.isTried}
        onChange={({ target }) => change({ isTried: target.checked })}
      />
      <BusyButton isBusy={isBusy} label={t('keepEntry')} busyLabel={t('locking')} />
      <Button wide variant="quiet" onClick={leave}>
        {t('leaveEntry')}
      </Button>
    </LocalForm>
  )
}

type Props = {
  begun: KitEntry
  draft: RefObject<KitEntry | null>
  isBusy: boolean
  keep: (entry: KitEntry) => void
  leave: () => void
}
