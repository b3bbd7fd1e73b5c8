import { useLocale, useTranslations } from 'next-intl'
import { PreferenceButtons } from '@/components/shell/preference-buttons'
import type { Preferences } from '@/lib/web/preferences'

/** Language and colours; for staff also the height of rows and whether single keys do something. */
export function PreferenceSwitches({ theme, density, shortcuts }: Props) {
  const t = useTranslations('shell')
  return (
    <div className="flex flex-col gap-3">
      <PreferenceButtons
        legend={t('language')}
        name="language"
        value={useLocale()}
        choices={[
          { value: 'en', label: t('english'), lang: 'en' },
          { value: 'it', label: t('italian'), lang: 'it' },
        ]}
      />
      <PreferenceButtons
        legend={t('theme')}
        name="theme"
        value={theme}
        choices={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`theme_${value}`),
        }))}
      />
      {density && (
        <PreferenceButtons
          legend={t('density')}
          name="density"
          value={density}
          choices={(['dense', 'roomy'] as const).map((value) => ({ value, label: t(`density_${value}`) }))}
        />
      )}
      {shortcuts && (
        <PreferenceButtons
          legend={t('shortcuts')}
          name="shortcuts"
          value={shortcuts}
          choices={(['on', 'off'] as const).map((value) => ({ value, label: t(`shortcuts_${value}`) }))}
        />
      )}
    </div>
  )
}

type Props = Pick<Preferences, 'theme'> & Partial<Preferences>
