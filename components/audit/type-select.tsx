import { useTranslations } from 'next-intl'
import { sentenceKey } from '@/components/audit/sentence-key'
import { Field, inputStyle } from '@/components/ui/field'
import { auditGroups } from '@/lib/domain/audit-groups'

/** One type of event, or a whole group of them. */
export function TypeSelect({ chosen }: { chosen: string }) {
  const t = useTranslations('audit')
  return (
    <Field
      label={t('what')}
      name="type"
      control={(aria) => (
        <select {...aria} defaultValue={chosen} className={inputStyle}>
          <option value="">{t('anything')}</option>
          {auditGroups.map(({ name, types }) => (
            <Group key={name} name={name} types={types} />
          ))}
        </select>
      )}
    />
  )
}

function Group({ name, types }: (typeof auditGroups)[number]) {
  const t = useTranslations('audit')
  const label = t(`groups.${name}`)
  return (
    <optgroup label={label}>
      <option value={`${name}.*`}>{t('allOf', { group: label })}</option>
      {types.map((type) => (
        <option key={type} value={type}>
          {t(`types.${sentenceKey(type)}`)}
        </option>
      ))}
    </optgroup>
  )
}
