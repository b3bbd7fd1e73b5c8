'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'

/** Shows what is typed into the passphrase fields of a form. */
export function ShowTyped({ id, isShown, onChange }: Props) {
  const t = useTranslations('kit')
  return (
    <Checkbox
      name={`${id}-shown`}
      label={t('showTyped')}
      checked={isShown}
      onChange={({ target }) => onChange(target.checked)}
    />
  )
}

type Props = { id: string; isShown: boolean; onChange: (isShown: boolean) => void }
