import { useLocale, useTranslations } from 'next-intl'
import { PreferenceButtons } from '@/components/shell/preference-buttons'
import type { Density, Theme } from '@/lib/web/preferences'

/** Language and colours, and for staff the height of rows. */
export function PreferenceSwitches({ theme, density }: { theme: Theme; density?: Density }) {
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
    </div>
  )
}
