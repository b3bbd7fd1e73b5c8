'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { TextInput } from '@/components/ui/text-input'

/** Where and when a window is: wall-clock times and the zone they are meant in. */
export function WindowFields({ error, value, sites, zones, zone }: Props) {
  const t = useTranslations('window')
  const field = (name: string, fallback = '') => ({
    name,
    error: error(name),
    defaultValue: value(name, fallback),
  })
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextInput {...field('site')} label={t('site')} hint={t('siteHint')} list="window-sites" />
      <DateTimeInput {...field('day')} label={t('day')} hint={t('dayHint')} />
      <TextInput {...field('start', '09:00')} label={t('start')} type="time" className="tabular" />
      <TextInput {...field('end', '12:00')} label={t('end')} type="time" className="tabular" />
      <TextInput {...field('timeZone', zone)} label={t('zone')} hint={t('zoneHint')} list="window-zones" />
      <TextInput
        {...field('capacity', '20')}
        label={t('capacity')}
        hint={t('capacityHint')}
        type="number"
        min={1}
        inputMode="numeric"
        className="tabular"
      />
      <Checkbox
        key={value('isAtHome')}
        label={t('atHome')}
        hint={t('atHomeHint')}
        name="isAtHome"
        value="yes"
        defaultChecked={value('isAtHome') === 'yes'}
        error={error('isAtHome')}
      />
      <TextInput {...field('windowName')} label={t('name')} hint={t('nameHint')} optional />
      <Suggestions id="window-sites" values={sites} />
      <Suggestions id="window-zones" values={zones} />
    </div>
  )
}

function Suggestions({ id, values }: { id: string; values: readonly string[] }) {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  )
}

export type WindowChoices = {
  /** As the directory spells them. */
  sites: readonly string[]
  /** IANA names. */
  zones: readonly string[]
  /** The one that stands there first. */
  zone: string
}

type Props = WindowChoices & {
  error: (name: string) => string | undefined
  value: (name: string, fallback?: string) => string
}
