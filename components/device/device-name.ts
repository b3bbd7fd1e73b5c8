import { useTranslations } from 'next-intl'
import { useTime } from '@/lib/i18n/use-time'
import type { DeviceView } from '@/lib/queries/devices'

type Named = Pick<DeviceView, 'name' | 'isAlike' | 'createdAt' | 'methods'>

/** What a device is called on screen; of two with the same name, each with the day it became known. */
export function useDeviceName() {
  const t = useTranslations('devices')
  const { time } = useTime()
  return ({ name, isAlike, createdAt, methods }: Named): string => {
    const word = name ?? t('nameless')
    if (!isAlike) return word
    return t('alike', { name: word, day: time(methods[0]?.firstSeenAt ?? createdAt, 'day') })
  }
}
