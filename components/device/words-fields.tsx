'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { DeviceView } from '@/lib/queries/devices'

type Known = Pick<DeviceView, 'ownName' | 'model' | 'platform' | 'kind'>

/** What a device is, and what its owner calls it. */
export function WordsFields({ device, error, value }: Props) {
  const t = useTranslations('devices')
  const group = (name: 'platform' | 'kind', label: string, choices: readonly string[], known: string) => (
    <RadioGroup
      name={name}
      label={label}
      choices={choices.map((choice) => ({
        value: choice,
        label: t(`${name}_${choice}` as 'platform_ios'), // the keys are these choices
      }))}
      defaultValue={value(name, known)}
      error={error(name)}
    />
  )
  return (
    <>
      <TextInput
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        maxLength={40}
        autoComplete="off"
        defaultValue={value('name', device?.ownName ?? '')}
        error={error('name')}
      />
      {group('platform', t('platform'), ['ios', 'android'], device?.platform ?? '')}
      {group('kind', t('kindAsk'), ['phone', 'tablet'], device?.kind ?? 'phone')}
      <TextInput
        name="model"
        label={t('model')}
        hint={t('modelHint')}
        optional
        maxLength={40}
        autoComplete="off"
        defaultValue={value('model', device?.model ?? '')}
        error={error('model')}
      />
    </>
  )
}

type Props = {
  device: Known | null
  error: (name: string) => string | undefined
  value: (name: string, fallback?: string) => string
}
