'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { type BackupModel, backupSwitches, isDated, modelsOf } from '@/lib/domain/backup'
import type { Platform } from '@/lib/domain/device'

/** The questions of each backup model. The chosen one shows its own, by style alone: it needs no script. */
export function ClaimFields({ platform, known, error, value }: Props) {
  const t = useTranslations('backup')
  const zone = useTimeZone() ?? 'UTC'
  const models = modelsOf(platform)
  const first = models[0] ?? 'ios_keychain'
  return (
    <div className="group/claim flex flex-col gap-5">
      <input type="hidden" name="zone" value={zone} />
      {models.length === 1 ? (
        <input type="hidden" name="model" value={first} />
      ) : (
        <RadioGroup
          name="model"
          label={t('model')}
          choices={models.map((model) => ({
            value: model,
            label: t(`model_${model}`),
            hint: t(`model_${model}Hint`),
          }))}
          defaultValue={value('model', known ?? first)}
          error={error('model')}
        />
      )}
      {models.map((model) => (
        <div key={model} className={models.length === 1 ? shown : shownWith[model]}>
          <Paths model={model} />
          {isDated(model) ? (
            <DateTimeInput
              name="backedUpOn"
              label={t('day')}
              hint={t('dayHint')}
              defaultValue={value('backedUpOn')}
              error={error('backedUpOn')}
            />
          ) : (
            <Switches error={error} value={value} />
          )}
        </div>
      ))}
    </div>
  )
}

const shown = 'flex flex-col gap-4'
const shownWith: Record<BackupModel, string> = {
  ios_keychain: 'hidden flex-col gap-4 group-has-[[value$=keychain]:checked]/claim:flex',
  ios_legacy: 'hidden flex-col gap-4 group-has-[[value$=legacy]:checked]/claim:flex',
  android: shown,
}

function Paths({ model }: { model: BackupModel }) {
  const t = useTranslations('backup')
  return (
    <p className="text-sm">
      {t('paths')} <strong>{t(`path_${model}`)}</strong> {t('pathOr', { path: t(`path_${model}2`) })}
    </p>
  )
}

function Switches({ error, value }: Pick<Props, 'error' | 'value'>) {
  const t = useTranslations('backup')
  return (
    <fieldset className="flex flex-col">
      <legend className="font-semibold">{t('switches')}</legend>
      {backupSwitches.map((one) => (
        <Checkbox
          key={one}
          name={one}
          value="yes"
          label={t(`switch_${one}`)}
          defaultChecked={value(one) === 'yes'}
          error={error(one)}
        />
      ))}
    </fieldset>
  )
}

type Props = {
  platform: Platform
  /** The model said last time. */
  known: BackupModel | null
  error: (name: string) => string | undefined
  value: (name: string, fallback?: string) => string
}
