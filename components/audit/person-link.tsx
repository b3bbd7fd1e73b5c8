import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'

/** A person the log speaks of, leading to all it says of them. */
export function PersonLink({ oid, name }: { oid: string; name: string | null }) {
  const t = useTranslations('audit')
  return <TextLink href={{ pathname: `/audit/people/${oid}` }}>{name ?? t('somebody')}</TextLink>
}
