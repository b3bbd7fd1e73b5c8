import { useTranslations } from 'next-intl'

type Named = { kind: string; name: string | null; appVersion?: string | null }

/** A registration in Microsoft's own words: "Microsoft Authenticator: iPhone 12 (app 6.8.40)". */
export function useMethodName() {
  const t = useTranslations('method')
  return ({ kind, name, appVersion }: Named) =>
    t('name', { kind, other: kind, name: name ?? 'none', app: appVersion ?? 'none' })
}
